/** Parts of a picture, moved as they are. */
import type { Item, Point, Rect, Segment } from "./contract";

/** The same part, `by` further right and down. */
export function shifted(item: Item, by: Point): Item {
  switch (item.type) {
    case "group":
      return { ...item, items: item.items.map((part) => shifted(part, by)) };
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
