/** Where a part of the picture lies, read from what it is made of. */
import type { Item, Point, Rect, Segment } from "../contract";
import { shiftedBox } from "../shift";

/** What strokes, tips and letters may stand over, in pixels of the picture. */
const OVERHANG = 4;

const known = new WeakMap<Item, Rect>();

/** The box around all of it, at least as large as it is; nothing where it paints nothing. */
export function extentOf(item: Item): Rect | undefined {
  const had = known.get(item);
  if (had) return had;
  const box = measured(item);
  if (!box) return undefined;
  const grown = {
    x: box.left - OVERHANG,
    y: box.top - OVERHANG,
    w: box.right - box.left + 2 * OVERHANG,
    h: box.bottom - box.top + 2 * OVERHANG,
  };
  known.set(item, grown);
  return grown;
}

/** The same where the part lies `by` further right and down. */
export function extentAt(item: Item, by: Point): Rect | undefined {
  const extent = extentOf(item);
  return extent && shiftedBox(extent, by);
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function measured(item: Item): Box | undefined {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  gather(box, item);
  return box.left <= box.right ? box : undefined;
}

function gather(box: Box, item: Item) {
  switch (item.type) {
    case "group":
      for (const part of item.items) gather(box, part);
      return;
    case "rect":
    case "image": {
      const { x, y, w, h } = item.area;
      take(box, { x, y });
      take(box, { x: x + w, y: y + h });
      return;
    }
    case "path":
      for (const segment of item.segments) for (const at of pointsOf(segment)) take(box, at);
      return;
    case "text":
      take(box, { x: item.at.x, y: item.at.y - item.size });
      // No letter is wider than it is high.
      take(box, { x: item.at.x + item.content.length * item.size, y: item.at.y + item.size / 3 });
  }
}

function pointsOf(segment: Segment): readonly Point[] {
  if (segment === "close") return [];
  if ("move" in segment) return [segment.move];
  if ("line" in segment) return [segment.line];
  return segment.curve;
}

function take(box: Box, at: Point) {
  box.left = Math.min(box.left, at.x);
  box.top = Math.min(box.top, at.y);
  box.right = Math.max(box.right, at.x);
  box.bottom = Math.max(box.bottom, at.y);
}
