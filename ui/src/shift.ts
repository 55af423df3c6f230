/** Parts of a picture, moved as they are. */
import type { Item, Point, Rect, Segment } from "./contract";

/** A part as it was sent, and how far it lies from there now. */
export interface Origin {
  part: Item;
  by: Point;
}

const HERE: Point = { x: 0, y: 0 };
const origins = new WeakMap<Item, Origin>();

/** Where a part comes from: one that never moved is its own origin. */
export function originOf(item: Item): Origin {
  return origins.get(item) ?? { part: item, by: HERE };
}

/**
 * The same part, `by` further right and down. An edit may move thousands, of which few are ever looked at: what is within
 * a group moves when somebody asks for it.
 */
export function shifted(item: Item, by: Point): Item {
  const { part, by: before } = originOf(item);
  const far = shiftedPoint(before, by);
  if (far.x === 0 && far.y === 0) return part;
  if (part.type !== "group") return carried(part, far);
  let items: Item[] | undefined;
  const moved: Item = {
    ...part,
    get items() {
      items ??= part.items.map((it) => carried(it, far));
      return items;
    },
  };
  origins.set(moved, { part, by: far });
  return moved;
}

/** The same group with each thing within it moved by its own way. */
export function torn(item: Item, apart: readonly Point[]): Item {
  if (item.type !== "group") return item;
  return { ...item, items: item.items.map((part, n) => carried(part, apart[n] ?? HERE)) };
}

function carried(item: Item, by: Point): Item {
  switch (item.type) {
    case "group":
      return { ...item, items: item.items.map((part) => carried(part, by)) };
    case "rect":
    case "image":
      return { ...item, area: shiftedBox(item.area, by) };
    case "path":
      return { ...item, segments: item.segments.map((segment) => shiftedPiece(segment, by)) };
    case "text":
      return { ...item, at: shiftedPoint(item.at, by) };
  }
}

export function shiftedBox(area: Rect, by: Point): Rect {
  return { x: area.x + by.x, y: area.y + by.y, w: area.w, h: area.h };
}

function shiftedPiece(segment: Segment, by: Point): Segment {
  if (segment === "close") return segment;
  if ("move" in segment) return { move: shiftedPoint(segment.move, by) };
  if ("line" in segment) return { line: shiftedPoint(segment.line, by) };
  const [a, b, to] = segment.curve;
  return { curve: [shiftedPoint(a, by), shiftedPoint(b, by), shiftedPoint(to, by)] };
}

function shiftedPoint(at: Point, by: Point): Point {
  return { x: at.x + by.x, y: at.y + by.y };
}
