/** Where one is in the table and what is chosen around it: pure, as in every spreadsheet. */

/** A cell, by its places. */
export interface Spot {
  row: number;
  column: number;
}

export interface Cursor {
  /** The cell one is in. */
  at: Spot;
  /** The opposite corner of what is chosen. */
  head: Spot;
  /** How far what is chosen reaches beyond the two corners. */
  span: "cells" | "rows" | "columns" | "all";
  /** Where a line of Tabs began: Enter goes back below it. */
  begun?: number;
}

export interface Size {
  rows: number;
  columns: number;
}

/** Cells from corner to corner, both included. */
export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export function cursorAt(row: number, column: number): Cursor {
  return { at: { row, column }, head: { row, column }, span: "cells" };
}

export function rangeOf({ at, head, span }: Cursor, size: Size): Range {
  const isTall = span === "columns" || span === "all";
  const isBroad = span === "rows" || span === "all";
  return {
    top: isTall ? 0 : Math.min(at.row, head.row),
    bottom: isTall ? size.rows - 1 : Math.max(at.row, head.row),
    left: isBroad ? 0 : Math.min(at.column, head.column),
    right: isBroad ? size.columns - 1 : Math.max(at.column, head.column),
  };
}

export function isOne({ top, bottom, left, right }: Range): boolean {
  return top === bottom && left === right;
}

/** To `to`; the cell one is in stays where what is chosen grows. */
export function goneTo(cursor: Cursor, to: Spot, size: Size, how?: "extend"): Cursor {
  const spot = within(to, size);
  if (how === "extend") return { ...cursor, head: spot };
  return cursorAt(spot.row, spot.column);
}

/** By so many rows and columns, from where what is chosen ends. */
export function goneBy(
  cursor: Cursor,
  by: { rows?: number; columns?: number },
  size: Size,
  how?: "extend",
): Cursor {
  const from = how === "extend" ? cursor.head : cursor.at;
  const to = { row: from.row + (by.rows ?? 0), column: from.column + (by.columns ?? 0) };
  return goneTo(cursor, to, size, how);
}

/** Enter: a row down or up, below where a line of Tabs began. */
export function entered(cursor: Cursor, by: 1 | -1, size: Size): Cursor {
  const column = cursor.begun ?? cursor.at.column;
  return goneTo(cursor, { row: cursor.at.row + by, column }, size);
}

/** Tab: a column on or back, and over the end of a row into the next one. */
export function tabbed(cursor: Cursor, by: 1 | -1, size: Size): Cursor {
  const { row, column } = cursor.at;
  const begun = cursor.begun ?? column;
  const next = column + by;
  if (next >= 0 && next < size.columns) {
    return { ...goneTo(cursor, { row, column: next }, size), begun };
  }
  const other = row + by;
  if (other < 0 || other >= size.rows) return cursor;
  return goneTo(cursor, { row: other, column: by > 0 ? 0 : size.columns - 1 }, size);
}

/** To the end of what is written in a direction, else to where something is written next, else to the edge. */
export function leapt(
  from: Spot,
  by: { rows: number; columns: number },
  size: Size,
  isWritten: (spot: Spot) => boolean,
): Spot {
  const next = (spot: Spot) => ({ row: spot.row + by.rows, column: spot.column + by.columns });
  const isThere = (spot: Spot) =>
    spot.row >= 0 && spot.row < size.rows && spot.column >= 0 && spot.column < size.columns;
  let at = from;
  const goesOn = isWritten(at) && isThere(next(at)) && isWritten(next(at));
  while (isThere(next(at))) {
    if (goesOn && !isWritten(next(at))) break;
    at = next(at);
    if (!goesOn && isWritten(at)) break;
  }
  return at;
}

function within({ row, column }: Spot, size: Size): Spot {
  return {
    row: Math.min(Math.max(row, 0), Math.max(size.rows - 1, 0)),
    column: Math.min(Math.max(column, 0), size.columns - 1),
  };
}

/** The same rows after they came to stand elsewhere: a row that is gone leaves its place. */
export function followed(
  cursor: Cursor,
  before: readonly string[],
  now: readonly string[],
): Cursor {
  if (before === now) return cursor;
  const size = { rows: now.length, columns: Number.POSITIVE_INFINITY };
  const moved = (spot: Spot): Spot => {
    const key = before[spot.row];
    if (key === undefined || now[spot.row] === key) return within(spot, size);
    const row = now.indexOf(key);
    return row < 0 ? within(spot, size) : { ...spot, row };
  };
  const at = moved(cursor.at);
  const isOneRow = cursor.at.row === cursor.head.row;
  return { ...cursor, at, head: isOneRow ? { ...cursor.head, row: at.row } : moved(cursor.head) };
}
