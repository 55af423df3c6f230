/** Where the canvas looks: pure arithmetic between picture and screen. */
import type { Camera } from "../app";
import type { Point, Rect } from "../contract";

export interface Extent {
  w: number;
  h: number;
}

export const SMALLEST = 0.05;
export const LARGEST = 4;
/** A picture is opened no smaller than this, and nothing is shown smaller when somebody asks for it by name. */
const READABLE = 0.8;
/** Kept free around what is fitted, in pixels of the screen. */
const MARGIN = 24;
/** So much of the picture always stays in sight, in pixels of the screen. */
const HELD = 80;
/** So near to the edge of the screen a carried thing pulls the paper along. */
const EDGE = 28;
/** One press on + or −. */
const STRIDE = 1.25;

export function toScreen(camera: Camera, point: Point): Point {
  return {
    x: (point.x - camera.at.x) * camera.scale,
    y: (point.y - camera.at.y) * camera.scale,
  };
}

export function toPicture(camera: Camera, point: Point): Point {
  return {
    x: camera.at.x + point.x / camera.scale,
    y: camera.at.y + point.y / camera.scale,
  };
}

/** Moves the paper with the hand by `by` pixels of the screen. */
export function panned(camera: Camera, by: Point): Camera {
  const { at, scale } = camera;
  return { at: { x: at.x - by.x / scale, y: at.y - by.y / scale }, scale };
}

/** Magnifies by `factor`; what is under `pivot` on the screen stays there. */
export function zoomed(camera: Camera, factor: number, pivot: Point): Camera {
  const scale = clamp(camera.scale * factor, SMALLEST, LARGEST);
  const under = toPicture(camera, pivot);
  return { at: { x: under.x - pivot.x / scale, y: under.y - pivot.y / scale }, scale };
}

/** One step larger or smaller, about the middle; passes through 100 %. */
export function stepped(camera: Camera, direction: 1 | -1, screen: Extent): Camera {
  const next = camera.scale * STRIDE ** direction;
  const passesWhole = (camera.scale - 1) * (next - 1) < -1e-9;
  return zoomed(camera, (passesWhole ? 1 : next) / camera.scale, middle(screen));
}

/** At 100 %, about the middle. */
export function actual(camera: Camera, screen: Extent): Camera {
  return zoomed(camera, 1 / camera.scale, middle(screen));
}

/** All of `area` in the middle of the screen, never larger than `largest`. */
export function fitted(area: Rect, screen: Extent, largest = 1): Camera {
  const room = { w: Math.max(screen.w - 2 * MARGIN, 1), h: Math.max(screen.h - 2 * MARGIN, 1) };
  const fit = Math.min(room.w / Math.max(area.w, 1), room.h / Math.max(area.h, 1));
  const scale = clamp(Math.min(fit, largest), SMALLEST, LARGEST);
  const x = area.x + area.w / 2 - screen.w / 2 / scale;
  const y = area.y + area.h / 2 - screen.h / 2 / scale;
  return { at: { x, y }, scale };
}

/** What stands beside a picture that is seen from afar, in pixels of the screen. */
export interface Beside {
  /** The names of the lanes, as wide as this, and where in the picture they end. */
  names: { w: number; end: number };
  /** What is said of a step below the picture. */
  foot: number;
}

/** All of `frame`, with room for what stands beside it. */
export function fittedBeside(frame: Rect, { names, foot }: Beside, screen: Extent): Camera {
  const steps = { ...frame, x: names.end, w: frame.x + frame.w - names.end };
  const room = { w: screen.w - names.w, h: screen.h - foot };
  const { at, scale } = fitted(steps, room);
  return { at: { x: at.x - names.w / scale, y: at.y }, scale };
}

/** Where a picture is opened: whole where it can then be read, else its beginning. */
export function opening(frame: Rect, screen: Extent): Camera {
  const whole = fitted(frame, screen);
  if (whole.scale >= READABLE) {
    return { ...whole, at: { x: Math.min(frame.x, whole.at.x), y: frame.y } };
  }
  const scale = clamp(Math.max(screen.h / frame.h, READABLE), READABLE, 1);
  return { at: { x: frame.x, y: frame.y }, scale };
}

/** The nearest camera that shows `area`: moves no more than it must. */
export function revealing(camera: Camera, area: Rect, screen: Extent): Camera {
  const needed = Math.min(
    (screen.w - 2 * MARGIN) / Math.max(area.w, 1),
    (screen.h - 2 * MARGIN) / Math.max(area.h, 1),
  );
  const scale = clamp(Math.min(Math.max(camera.scale, READABLE), needed), SMALLEST, LARGEST);
  const held =
    scale === camera.scale ? camera : zoomed(camera, scale / camera.scale, middle(screen));
  return revealingAt(held, area, screen);
}

/** The same at the scale that `camera` has. */
function revealingAt({ at, scale }: Camera, area: Rect, screen: Extent): Camera {
  const free = MARGIN / scale;
  const along = (from: number, start: number, length: number, room: number) =>
    clamp(from, start + length + free - room / scale, start - free);
  return {
    at: {
      x: along(at.x, area.x, area.w, screen.w),
      y: along(at.y, area.y, area.h, screen.h),
    },
    scale,
  };
}

/** The same camera, moved down where `area` would lie under what covers the `corner` of the screen. */
export function clearOf(camera: Camera, area: Rect, corner: Rect | undefined): Camera {
  const { at, scale } = camera;
  const over = corner && coveredBy(corner, camera);
  if (!over || !meets(area, over)) return camera;
  const y = area.y + area.h + MARGIN / scale - (over.y - at.y);
  return y > area.y ? camera : { at: { x: at.x, y }, scale };
}

/** What of the picture lies under a box of the screen. */
export function coveredBy(box: Rect, { at, scale }: Camera): Rect {
  return {
    x: at.x + box.x / scale,
    y: at.y + box.y / scale,
    w: box.w / scale,
    h: box.h / scale,
  };
}

/** The same camera, brought back to where a part of the picture is in sight. */
export function clamped(camera: Camera, frame: Rect, screen: Extent): Camera {
  const scale = clamp(camera.scale, SMALLEST, LARGEST);
  const held = HELD / scale;
  const x = clamp(camera.at.x, frame.x + held - screen.w / scale, frame.x + frame.w - held);
  const y = clamp(camera.at.y, frame.y + held - screen.h / scale, frame.y + frame.h - held);
  return { at: { x, y }, scale };
}

/** Where to look when what was looked at at `before` lies at `after`: it stays in its place where it would leave the sight. */
export function keeping(camera: Camera, before: Rect, after: Rect, screen: Extent): Camera {
  if (!isInSight(camera, [before], screen) || isInSight(camera, [after], screen)) return camera;
  const { at, scale } = camera;
  return { at: { x: at.x + after.x - before.x, y: at.y + after.y - before.y }, scale };
}

/**
 * Where to look when the screen has become another: what was in its middle stays there, without ground where there could be
 * picture; and `anchor` stays in sight. Where the screen changed by little, as beside a line that says something, all stays.
 */
export function resettled(
  camera: Camera,
  { before, screen }: { before: Extent; screen: Extent },
  frame: Rect,
  anchor: Rect | undefined,
): Camera {
  const isOther = [before.w - screen.w, before.h - screen.h].some((by) => Math.abs(by) > HELD);
  const { at, scale } = camera;
  const along = (start: number, from: number, to: number, begin: number, length: number) => {
    const centred = start + (from - to) / 2 / scale;
    const last = begin + length - to / scale;
    return clamp(centred, Math.min(begin, last), Math.max(begin, last));
  };
  const settled = {
    at: {
      x: along(at.x, before.w, screen.w, frame.x, frame.w),
      y: along(at.y, before.h, screen.h, frame.y, frame.h),
    },
    scale,
  };
  if (before.w === 0 || before.h === 0) return camera;
  const next = isOther ? settled : camera;
  if (!anchor || !isInSight(camera, [anchor], before) || holds(next, anchor, screen)) return next;
  return revealingAt(next, anchor, screen);
}

/** Whether all of `area` can be seen. */
export function holds(camera: Camera, area: Rect, screen: Extent): boolean {
  const seen = seenFrom(camera, screen);
  const inside = (at: number, length: number, from: number, room: number) =>
    at >= from && at + length <= from + room;
  return inside(area.x, area.w, seen.x, seen.w) && inside(area.y, area.h, seen.y, seen.h);
}

/** How much of what the screen could show of `areas` it does show, from 0 to 1. */
export function shareInSight(camera: Camera, areas: readonly Rect[], screen: Extent): number {
  const all = around(areas);
  if (!all) return 0;
  const seen = seenFrom(camera, screen);
  const common = (a: number, length: number, from: number, room: number) =>
    Math.max(0, Math.min(a + length, from + room) - Math.max(a, from));
  const shown = common(all.x, all.w, seen.x, seen.w) * common(all.y, all.h, seen.y, seen.h);
  return shown / (Math.min(all.w, seen.w) * Math.min(all.h, seen.h) || 1);
}

/** Whether any of `areas` can be seen. */
export function isInSight(camera: Camera, areas: readonly Rect[], screen: Extent): boolean {
  const seen = seenFrom(camera, screen);
  return areas.some((area) => meets(area, seen));
}

/** What the screen shows of the plane. */
export function seenFrom({ at, scale }: Camera, screen: Extent): Rect {
  return { x: at.x, y: at.y, w: screen.w / scale, h: screen.h / scale };
}

/** Whether the two have more in common than an edge. */
export function meets(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** The smallest box around all of them. */
export function around(areas: readonly Rect[]): Rect | undefined {
  const [first] = areas;
  if (!first) return undefined;
  const x = Math.min(...areas.map((it) => it.x));
  const y = Math.min(...areas.map((it) => it.y));
  const right = Math.max(...areas.map((it) => it.x + it.w));
  const bottom = Math.max(...areas.map((it) => it.y + it.h));
  return { x, y, w: right - x, h: bottom - y };
}

/** How much a turn of the wheel magnifies. */
export function wheelFactor(delta: number): number {
  return Math.exp(-clamp(delta, -120, 120) * 0.0035);
}

/** How far the paper comes along in one frame when the hand holds something at the edge of the screen. */
export function pulled(at: Point, screen: Extent): Point {
  const along = (place: number, length: number) => {
    if (place < EDGE) return clamp(EDGE - place, 0, EDGE) / 2;
    if (place > length - EDGE) return -clamp(place - length + EDGE, 0, EDGE) / 2;
    return 0;
  };
  return { x: along(at.x, screen.w), y: along(at.y, screen.h) };
}

function middle(screen: Extent): Point {
  return { x: screen.w / 2, y: screen.h / 2 };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(Math.max(low, high), value));
}
