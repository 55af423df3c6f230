/** Which part of the table is in sight, and how far it is scrolled so that a cell is. */
import { FROZEN } from "./columns";
import type { Spot } from "./cursor";

/** How high a row and the head are, in pixels. */
export const ROW = 30;
export const HEAD = 34;

/** So many rows beyond the edges are there as well. */
const BEYOND = 6;

/** What of the table one looks at. */
export interface Window {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The rows that have to be there. */
export function rowsInSight({ top, height }: Window, count: number): { from: number; to: number } {
  const from = Math.max(Math.floor(top / ROW) - BEYOND, 0);
  const to = Math.min(Math.ceil((top + height - HEAD) / ROW) + BEYOND, count);
  return { from: Math.min(from, Math.max(to - 1, 0)), to: Math.max(to, 0) };
}

/** The columns that have to be there besides the frozen ones. */
export function columnsInSight(
  { left, width }: Window,
  starts: readonly number[],
): { first: number; last: number } {
  const frozen = starts[FROZEN] ?? 0;
  const count = starts.length - 1;
  const isBefore = (n: number) => (starts[n + 1] ?? 0) <= left + frozen;
  let first = FROZEN;
  while (first < count - 1 && isBefore(first)) first += 1;
  let last = first;
  while (last < count - 1 && (starts[last + 1] ?? 0) < left + width) last += 1;
  return { first, last };
}

/** So many whole rows fit in sight. */
export function rowsOfAPage({ height }: Window): number {
  return Math.max(Math.floor((height - HEAD) / ROW) - 1, 1);
}

/** Where the table is scrolled to when the cell at `spot` is seen as a whole, moving no further than it must. */
export function scrolledTo(spot: Spot, starts: readonly number[], window: Window): Window {
  const frozen = starts[FROZEN] ?? 0;
  const [begins, ends] = [starts[spot.column] ?? 0, starts[spot.column + 1] ?? 0];
  const top = spot.row * ROW;
  const rows = window.height - HEAD;
  const { left } = window;
  const isAlways = spot.column < FROZEN;
  const right = Math.max(left, ends - window.width);
  return {
    ...window,
    left: isAlways ? left : Math.min(right, begins - frozen),
    top: Math.min(Math.max(window.top, top + ROW - rows), top),
  };
}

/** The cell at a point of the window, measured from its upper left corner; the nearest one where there is none. */
export function spotAt(
  x: number,
  y: number,
  starts: readonly number[],
  window: Window,
  count: number,
): Spot {
  const frozen = starts[FROZEN] ?? 0;
  const at = x < frozen ? x : x + window.left;
  const column = starts.findIndex((_, n) => at < (starts[n + 1] ?? Number.POSITIVE_INFINITY));
  const row = Math.floor((y - HEAD + window.top) / ROW);
  return {
    row: Math.min(Math.max(row, 0), count - 1),
    column: Math.min(Math.max(column, 0), starts.length - 2),
  };
}
