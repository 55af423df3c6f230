/** The cursor goes where every spreadsheet takes it. */
import { expect, test } from "vitest";
import { cursorAt, entered, followed, goneBy, goneTo, leapt, rangeOf, tabbed } from "./cursor";

const size = { rows: 5, columns: 4 };

test("an arrow goes to the next cell and stops at the edge", () => {
  const here = cursorAt(0, 3);
  expect(goneBy(here, { rows: 1 }, size)).toEqual(cursorAt(1, 3));
  expect(goneBy(here, { columns: 1 }, size)).toEqual(here);
  expect(goneBy(cursorAt(4, 0), { rows: 20 }, size)).toEqual(cursorAt(4, 0));
});

test("with Shift what is chosen grows and shrinks from the cell one is in", () => {
  let cursor = cursorAt(2, 2);
  for (const by of [{ rows: 1 }, { rows: 1 }, { columns: -1 }, { rows: -1 }]) {
    cursor = goneBy(cursor, by, size, "extend");
  }
  expect(cursor.at).toEqual({ row: 2, column: 2 });
  expect(rangeOf(cursor, size)).toEqual({ top: 2, bottom: 3, left: 1, right: 2 });
});

test("whole rows and columns reach to the edges, and go on growing as such", () => {
  const rows = { ...cursorAt(1, 2), span: "rows" as const };
  expect(rangeOf(rows, size)).toEqual({ top: 1, bottom: 1, left: 0, right: 3 });
  const more = goneBy(rows, { rows: 1 }, size, "extend");
  expect(rangeOf(more, size)).toEqual({ top: 1, bottom: 2, left: 0, right: 3 });
  const columns = { ...cursorAt(1, 2), span: "columns" as const };
  expect(rangeOf(columns, size)).toEqual({ top: 0, bottom: 4, left: 2, right: 2 });
  const all = { ...cursorAt(1, 2), span: "all" as const };
  expect(rangeOf(all, size)).toEqual({ top: 0, bottom: 4, left: 0, right: 3 });
});

test("Enter after a line of Tabs goes below where the line began", () => {
  let cursor = cursorAt(0, 1);
  cursor = tabbed(cursor, 1, size);
  cursor = tabbed(cursor, 1, size);
  expect(cursor.at).toEqual({ row: 0, column: 3 });
  expect(entered(cursor, 1, size).at).toEqual({ row: 1, column: 1 });
  const moved = goneBy(cursor, { columns: -1 }, size);
  expect(entered(moved, 1, size).at).toEqual({ row: 1, column: 2 });
});

test("Tab goes over the end of a row into the next one, and back", () => {
  expect(tabbed(cursorAt(0, 3), 1, size).at).toEqual({ row: 1, column: 0 });
  expect(tabbed(cursorAt(1, 0), -1, size).at).toEqual({ row: 0, column: 3 });
  expect(tabbed(cursorAt(0, 0), -1, size).at).toEqual({ row: 0, column: 0 });
});

test("Ctrl with an arrow goes to the end of what is written, else to where something is next", () => {
  const written = new Set([0, 1, 3]);
  const isWritten = ({ row }: { row: number }) => written.has(row);
  const down = (row: number) => leapt({ row, column: 0 }, { rows: 1, columns: 0 }, size, isWritten);
  expect([0, 1, 2, 3].map((row) => down(row).row)).toEqual([1, 3, 3, 4]);
});

test("the cursor stays with its row when rows come, go and change places", () => {
  const before = ["a", "b", "c", "new"];
  const cursor = cursorAt(1, 2);
  expect(followed(cursor, before, ["c", "a", "b", "new"]).at.row).toBe(2);
  expect(followed(cursor, before, ["a", "c", "new"]).at.row).toBe(1);
  expect(followed(cursorAt(3, 2), before, ["a", "new"]).at.row).toBe(1);
  const range = goneTo(cursor, { row: 2, column: 2 }, size, "extend");
  expect(followed(range, before, ["x", "a", "b", "c", "new"]).head.row).toBe(3);
});
