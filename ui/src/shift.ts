/** Parts of a picture in another place: moved as they are, or drawn the same through other points. */
import type { Item, Point, Rect, Segment } from "./contract";

/** The same part, `by` further right and down. */
export function shifted(item: Item, by: Point): Item {
  if (by.x === 0 && by.y === 0) return item;
  return led(
    item,
    (at) => shiftedPoint(at, by),
    (size) => size,
  );
}

/** So many places in a row that moved alike: how many, and how far to the right and down. */
export type Run = readonly [n: number, x: number, y: number];

/** The same part with each of its corners, sizes and points moved by what `runs` has for it, one after the other. */
export function reshaped(item: Item, runs: readonly Run[]): Item {
  let run = 0;
  let passed = 0;
  const to: Way = (at) => {
    const [n = 0, x = 0, y = 0] = runs[run] ?? [];
    passed += 1;
    if (passed >= n) [run, passed] = [run + 1, 0];
    return shiftedPoint(at, { x, y });
  };
  return led(item, to, to);
}

type Way = (from: Point) => Point;

/** The same part with its corners and points where `place`, and as large as `size` has it. */
function led(item: Item, place: Way, size: Way): Item {
  switch (item.type) {
    case "group":
      return { ...item, items: item.items.map((part) => led(part, place, size)) };
    case "rect":
    case "image": {
      const { x, y } = place(item.area);
      const { x: w, y: h } = size({ x: item.area.w, y: item.area.h });
      return { ...item, area: { x, y, w, h } };
    }
    case "path":
      return { ...item, segments: item.segments.map((segment) => ledPiece(segment, place)) };
    case "text":
      return { ...item, at: place(item.at) };
  }
}

function ledPiece(segment: Segment, place: Way): Segment {
  if (segment === "close") return segment;
  if ("move" in segment) return { move: place(segment.move) };
  if ("line" in segment) return { line: place(segment.line) };
  const [a, b, to] = segment.curve;
  return { curve: [place(a), place(b), place(to)] };
}

export function shiftedBox(area: Rect, by: Point): Rect {
  return { x: area.x + by.x, y: area.y + by.y, w: area.w, h: area.h };
}

export function shiftedPoint(at: Point, by: Point): Point {
  return { x: at.x + by.x, y: at.y + by.y };
}
