/** What the strip knows of the history. */
import { expect, test } from "vitest";
import type { Chronicle } from "../../contract";
import { exampleView } from "../../tools/example-view";
import { aroundOf, placeOf, rowOf, rowsOf, shownAt } from "./moments";

const CHRONICLE: Chronicle = {
  last: 3,
  began_at: 10,
  ended_at: 30,
  entries: [
    { revision: 1, at: 10, deed: "done", label: "「甲」を足す" },
    { revision: 2, at: 20, deed: "done", label: "「乙」を足す", name: "課長説明用" },
    { revision: 3, at: 30, deed: "undone", label: "元に戻した: 「乙」を足す" },
  ],
  moments: [{ revision: 2, name: "課長説明用", at: 20 }],
};

test("rows stand with the latest first, and at the end that it was created", () => {
  const rows = rowsOf(CHRONICLE);
  expect(rows.map((row) => row.revision)).toEqual([3, 2, 1, 0]);
  expect(rows[0]?.isUndone).toBe(true);
  expect(rows[1]?.name).toBe("課長説明用");
  expect(rows.at(-1)?.label).toBeUndefined();
});

test("where only a part was asked for, nobody claims that it was created there", () => {
  const part = { ...CHRONICLE, entries: CHRONICLE.entries.slice(1) };
  expect(rowsOf(part).map((row) => row.revision)).toEqual([3, 2]);
});

test("a moment with a name is known although its row is far away", () => {
  const part = { ...CHRONICLE, entries: [] };
  expect(rowOf(part, 2)).toEqual({ revision: 2, at: 20, name: "課長説明用", isUndone: false });
});

test("going on by one stays on a page, and a page reaches well beyond itself", () => {
  expect(aroundOf(undefined)).toBeUndefined();
  expect(aroundOf(0)).toBe(10);
  expect(aroundOf(19)).toBe(10);
  expect(aroundOf(20)).toBe(30);
});

test("the moment wanted is shown before it has arrived, and now where nothing else is", () => {
  const view = exampleView();
  const past = { ...view, project: { ...view.project, past: { revision: 1, at: 10 } } };
  expect(shownAt(view, CHRONICLE, undefined)).toBe(3);
  expect(shownAt(past, CHRONICLE, undefined)).toBe(1);
  expect(shownAt(past, CHRONICLE, 2)).toBe(2);
});

test("a moment has its place on the slider, also where there is only one", () => {
  expect(placeOf(1, 4)).toBe(25);
  expect(placeOf(0, 0)).toBe(0);
});
