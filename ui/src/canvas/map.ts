/** The whole picture as a small map: pure arithmetic between the map, the picture and the screen. */
import type { Camera } from "../app";
import type { Painting, Point, Rect } from "../contract";
import { isNode } from "../tools/graph";
import { type Extent, fitted, holds } from "./camera";

/** The map is as wide as this, in pixels, and as high as it takes between these two. */
const WIDE = 220;
const LOW = 32;
const HIGH = 84;
/** Where all of it can be seen at this scale, nobody needs a map. */
const CLEAR = 0.5;
/** So much of the screen is passed with one press of an arrow key. */
const STRIDE = 0.25;

/** Whether the picture is so large that one gets lost in it. */
export function isLost(frame: Rect, screen: Extent): boolean {
  return screen.w > 0 && fitted(frame, screen).scale < CLEAR;
}

/** On a screen that is lower than this, in pixels, the map would cover most of the picture. */
export const LOW_SCREEN = 440;

/** Whether the map says anything: not where all of the picture is in sight. */
export function isOfUse(frame: Rect, camera: Camera, screen: Extent): boolean {
  return isLost(frame, screen) && !holds(camera, frame, screen);
}

/** How large the map of a picture is. A long one is drawn higher than it is, so that its lanes can be told apart. */
export function mapExtent(frame: Rect): Extent {
  const h = (frame.h * WIDE) / Math.max(frame.w, 1);
  if (h > HIGH) return { w: Math.max(LOW, (WIDE * HIGH) / h), h: HIGH };
  return { w: WIDE, h: Math.max(h, LOW) };
}

/** Every node as a box, as one path; and every lane as another. */
export function outlines({ areas }: Pick<Painting, "areas">): { nodes: string; lanes: string } {
  const nodes: string[] = [];
  const lanes: string[] = [];
  for (const [id, area] of Object.entries(areas)) {
    if (!area) continue;
    if (isNode(id)) nodes.push(boxed(area));
    else if (id.startsWith("lane/")) lanes.push(boxed(area));
  }
  return { nodes: nodes.join(""), lanes: lanes.join("") };
}

function boxed({ x, y, w, h }: Rect): string {
  return `M${Math.round(x)} ${Math.round(y)}h${Math.round(w)}v${Math.round(h)}h${-Math.round(w)}z`;
}

/** The point of the picture at `at`, which is measured from the corner of the map. */
export function fromMap(frame: Rect, map: Extent, at: Point): Point {
  return { x: frame.x + (at.x / map.w) * frame.w, y: frame.y + (at.y / map.h) * frame.h };
}

/** The camera with `point` in the middle of the screen. */
export function centred({ scale }: Camera, point: Point, screen: Extent): Camera {
  return { at: { x: point.x - screen.w / scale / 2, y: point.y - screen.h / scale / 2 }, scale };
}

/** The camera after one press of an arrow key. */
export function strode(camera: Camera, key: string, screen: Extent): Camera | undefined {
  const by = {
    ArrowRight: { x: 1, y: 0 },
    ArrowLeft: { x: -1, y: 0 },
    ArrowDown: { x: 0, y: 1 },
    ArrowUp: { x: 0, y: -1 },
  }[key];
  if (!by) return undefined;
  const { at, scale } = camera;
  const x = at.x + (by.x * STRIDE * screen.w) / scale;
  const y = at.y + (by.y * STRIDE * screen.h) / scale;
  return { at: { x, y }, scale };
}

/** How far one has come, in hundredths: 0 at the beginning, 100 at the end. */
export function passed(seen: Rect, frame: Rect): { across: number; down: number } {
  const part = (at: number, room: number) =>
    room <= 0 ? 0 : Math.round(100 * Math.min(1, Math.max(0, at / room)));
  return {
    across: part(seen.x - frame.x, frame.w - seen.w),
    down: part(seen.y - frame.y, frame.h - seen.h),
  };
}
