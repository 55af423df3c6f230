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
  const free = MARGIN / scale;
  const held =
    scale === camera.scale ? camera : zoomed(camera, scale / camera.scale, middle(screen));
  const along = (at: number, start: number, length: number, room: number) =>
    clamp(at, start + length + free - room / scale, start - free);
  return {
    at: {
      x: along(held.at.x, area.x, area.w, screen.w),
      y: along(held.at.y, area.y, area.h, screen.h),
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
