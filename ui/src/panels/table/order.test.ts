/** Sorting and filtering change what is shown, and nothing else. */
import { expect, test } from "vitest";
import { AS_IT_IS, filteredBy, isFiltered, isSorted, ordered, sortedBy } from "./order";
import type { TableRow, Texts } from "./rows";

const row = (n: number, texts: Texts): TableRow => ({ id: `step/${n}`, is: "step", texts });
const rows = [
  row(1, { name: "乙", minutes: "10" }),
  row(2, { name: "甲", minutes: "9" }),
  row(3, { name: "Ｅｘｃｅｌに写す" }),
  row(4, { name: "丙", minutes: "1.5" }),
];
const names = (all: readonly TableRow[]) => all.map(({ id }) => Number(id.slice(5)));

test("numbers sort as numbers, and what is not known stands last either way", () => {
  expect(names(ordered(rows, sortedBy(AS_IT_IS, "minutes", "up")))).toEqual([4, 2, 1, 3]);
  expect(names(ordered(rows, sortedBy(AS_IT_IS, "minutes", "down")))).toEqual([1, 2, 4, 3]);
});

test("ending it gives the order of the flow back, which never changed", () => {
  const order = sortedBy(AS_IT_IS, "minutes", "up");
  ordered(rows, order);
  expect(names(rows)).toEqual([1, 2, 3, 4]);
  expect(ordered(rows, sortedBy(order, "minutes", "none"))).toBe(rows);
  expect(isSorted(order)).toBe(true);
});

test("a filter asks for letters however they are typed, several ask for all of it", () => {
  const excel = filteredBy(AS_IT_IS, "name", "excel");
  expect(names(ordered(rows, excel))).toEqual([3]);
  expect(names(ordered(rows, filteredBy(excel, "minutes", "9")))).toEqual([]);
  expect(isFiltered(filteredBy(excel, "name", ""))).toBe(false);
});
