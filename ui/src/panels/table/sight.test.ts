/** Only what is in sight is there, and what one goes to comes into sight. */
import { expect, test } from "vitest";
import { COLUMNS, FROZEN, startsOf, widened } from "./columns";
import { columnsInSight, HEAD, ROW, rowsInSight, scrolledTo, spotAt } from "./sight";

const starts = startsOf({});
const window = { left: 0, top: 0, width: 900, height: HEAD + 10 * ROW };

test("of a thousand rows a few are there", () => {
  const { from, to } = rowsInSight({ ...window, top: 500 * ROW }, 1000);
  expect(from).toBeLessThan(500);
  expect(to).toBeGreaterThan(510);
  expect(to - from).toBeLessThan(30);
  expect(rowsInSight(window, 3)).toEqual({ from: 0, to: 3 });
});

test("of the columns those in sight are there, and all are reached", () => {
  const few = columnsInSight(window, starts);
  expect(few.first).toBe(FROZEN);
  expect(starts[few.last + 1]).toBeGreaterThanOrEqual(window.width);
  expect(starts[few.last]).toBeLessThan(window.width);
  const end = (starts.at(-1) ?? 0) - window.width;
  const right = columnsInSight({ ...window, left: end }, starts);
  expect(right.last).toBe(COLUMNS.length - 1);
  expect(starts[right.first]).toBeLessThanOrEqual(end + (starts[FROZEN] ?? 0));
});

test("the table is scrolled no further than it must, and what is frozen never sideways", () => {
  expect(scrolledTo({ row: 5, column: 2 }, starts, window)).toEqual(window);
  expect(scrolledTo({ row: 12, column: 2 }, starts, window).top).toBe(3 * ROW);
  const last = COLUMNS.length - 1;
  const right = scrolledTo({ row: 0, column: last }, starts, window);
  expect(right.left).toBe((starts.at(-1) ?? 0) - window.width);
  expect(scrolledTo({ row: 0, column: 1 }, starts, right).left).toBe(right.left);
  const back = scrolledTo({ row: 0, column: FROZEN }, starts, right);
  expect(back.left).toBe(0);
});

test("a point is the cell below it, also where columns lie under the frozen ones", () => {
  const scrolled = { ...window, left: 400, top: 10 * ROW };
  expect(spotAt(5, HEAD + 5, starts, scrolled, 100)).toEqual({ row: 10, column: 0 });
  const frozen = starts[FROZEN] ?? 0;
  const { column } = spotAt(frozen + 1, HEAD + 5, starts, scrolled, 100);
  expect(starts[column]).toBeLessThanOrEqual(frozen + 401);
  expect(starts[column + 1]).toBeGreaterThan(frozen + 401);
  expect(spotAt(5, 9999, starts, window, 4).row).toBe(3);
});

test("a column is never too narrow to be taken hold of", () => {
  const [first] = COLUMNS;
  if (!first) throw new Error("no columns");
  expect(widened({}, first, -20).number).toBe(48);
  expect(startsOf({ number: 100 })[1]).toBe(100);
});
