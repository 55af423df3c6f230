/** The line of an arrow as points, so that something can be put on it part of the way along. */
import type { Item, Painting, Point, RecordId, Segment } from "../../contract";
import { partOf } from "../../painting";

export interface Line {
  points: readonly Point[];
  /** How far it is to each point. */
  lengths: readonly number[];
}

/** A curve is as many straight pieces. */
const PIECES = 8;

/** The line of an arrow; nothing where none is drawn. */
export function lineOf(painting: Painting, id: RecordId): Line | undefined {
  const item = partOf(painting, id);
  const paths = item ? pathsIn(item) : [];
  // Of an arrow drawn as two lines the first is taken, and never its head.
  const line = paths.find((path) => path.paint.fill === undefined) ?? paths[0];
  if (!line) return undefined;
  const points = pointsOf(line.segments);
  const lengths: number[] = [];
  points.forEach((point, n) => {
    const before = points[n - 1] ?? point;
    lengths.push((lengths[n - 1] ?? 0) + Math.hypot(point.x - before.x, point.y - before.y));
  });
  return points.length > 0 ? { points, lengths } : undefined;
}

/** The place that lies so much of the whole, from 0 to 1, along the line. */
export function placeOn({ points, lengths }: Line, along: number): Point {
  const far = along * (lengths[lengths.length - 1] ?? 0);
  const n = Math.max(
    lengths.findIndex((length) => length >= far),
    0,
  );
  const [end, start] = [points[n], points[n - 1]];
  if (!end || !start) return end ?? { x: 0, y: 0 };
  const [to, from] = [lengths[n] ?? 0, lengths[n - 1] ?? 0];
  const part = to > from ? (far - from) / (to - from) : 1;
  return { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part };
}

type Path = Extract<Item, { type: "path" }>;

function pathsIn(item: Item): Path[] {
  if (item.type === "path") return [item];
  return item.type === "group" ? item.items.flatMap(pathsIn) : [];
}

function pointsOf(segments: readonly Segment[]): Point[] {
  const points: Point[] = [];
  for (const segment of segments) {
    if (segment === "close") continue;
    if ("move" in segment) points.push(segment.move);
    else if ("line" in segment) points.push(segment.line);
    else points.push(...bent(points.at(-1) ?? segment.curve[0], segment.curve));
  }
  return points;
}

function bent(from: Point, [one, two, to]: readonly [Point, Point, Point]): Point[] {
  return Array.from({ length: PIECES }, (_, n) => {
    const t = (n + 1) / PIECES;
    const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
    return {
      x: a * from.x + b * one.x + c * two.x + d * to.x,
      y: a * from.y + b * one.y + c * two.y + d * to.y,
    };
  });
}
