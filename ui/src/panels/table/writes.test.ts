/** What is pasted, filled in and emptied falls on the cells it should, and on no other. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { learn } from "../../text";
import { exampleView } from "../../tools/example-view";
import { COLUMNS, type ColumnId, headOf } from "./columns";
import type { Range } from "./cursor";
import { linesOf } from "./lines";
import { rowsOf } from "./rows";
import { copied, emptied, filled, pasted, same, type Write } from "./writes";

const TEXTS = join(import.meta.dirname, "../../../../crates/session/text/ja.ftl");
beforeAll(() => learn("ja", readFileSync(TEXTS, "utf8")));

const view = exampleView({
  "step/12": { step: { flow: 2, rank: 3, name: "確かめる", lane: 4, minutes: 7 } },
  "gateway/14": { gateway: { flow: 2, rank: 5, name: "可否", lane: 4, kind: "branch" } },
});
const lines = () => linesOf(rowsOf(view, undefined), []);
const at = (id: ColumnId) => COLUMNS.findIndex((column) => column.id === id);

function range(top: number, left: ColumnId, bottom = top, right = left): Range {
  return { top, bottom, left: at(left), right: at(right) };
}

/** Line, column and text. */
function told(writes: readonly Write[]) {
  return writes.map(({ line, column, text }) => [line, column.id, text]);
}

test("a range is pasted from its corner on, and rows beyond the last are new ones", () => {
  const { writes, range: whole } = pasted(
    [
      ["可否", "審査"],
      ["送る", "窓口"],
    ],
    range(4, "name"),
    lines(),
  );
  expect(told(writes)).toEqual([
    [5, "name", "送る"],
    [5, "lane", "窓口"],
  ]);
  expect(whole).toEqual(range(4, "name", 5, "lane"));
});

test("a single value fills everything that is chosen, a row fills several rows", () => {
  const one = pasted([["9"]], range(0, "minutes", 2), lines());
  expect(told(one.writes)).toEqual([
    [0, "minutes", "9"],
    [1, "minutes", "9"],
    [2, "minutes", "9"],
  ]);
  const row = pasted([["1", "2"]], range(0, "minutes", 1, "wait"), lines());
  expect(row.writes).toHaveLength(4);
});

test("cells that are only shown are passed over and told about, the rest is pasted", () => {
  const whole = pasted([["7", "受ける"]], range(0, "number"), lines());
  expect(told(whole.writes)).toEqual([[0, "name", "受ける"]]);
  expect(whole.isPartly).toBe(true);
});

test("the table's own words above the columns become no row, and say where each column goes", () => {
  const head = COLUMNS.slice(0, 3).map(headOf);
  const { writes, range: whole } = pasted([head, ["9", "送る", "窓口"]], range(5, "note"), lines());
  expect(told(writes)).toEqual([
    [5, "name", "送る"],
    [5, "lane", "窓口"],
  ]);
  expect(whole).toEqual(range(5, "number", 5, "lane"));
});

test("an empty cell empties what may be empty, and makes no new row", () => {
  const { writes } = pasted(
    [
      ["", ""],
      ["", ""],
    ],
    range(2, "lane", 3, "phase"),
    lines(),
  );
  expect(told(writes)).toEqual([]);
  const minutes = pasted([[""]], range(2, "minutes"), lines());
  expect(told(minutes.writes)).toEqual([[2, "minutes", ""]]);
  expect(pasted([[""]], range(5, "name"), lines()).writes).toEqual([]);
});

test("what a branch cannot have is asked for where it is pasted, and left alone where it is filled", () => {
  const paste = pasted([["5"]], range(4, "minutes"), lines());
  expect(told(paste.writes)).toEqual([[4, "minutes", "5"]]);
  expect(told(filled("down", range(2, "minutes", 4), lines()))).toEqual([[3, "minutes", "7"]]);
  expect(same("5", range(4, "minutes"), lines())).toEqual([]);
});

test("filling goes down and right from the first line, of a single one from the one before", () => {
  expect(told(filled("down", range(3, "minutes"), lines()))).toEqual([[3, "minutes", "7"]]);
  expect(told(filled("right", range(2, "wait"), lines()))).toEqual([[2, "wait", "7"]]);
  expect(filled("down", range(0, "minutes"), lines())).toEqual([]);
});

test("emptying a row leaves its name and its lane", () => {
  const all = emptied({ ...range(2, "number"), right: COLUMNS.length - 1 }, lines());
  expect(told(all)).toEqual([[2, "minutes", ""]]);
  expect(told(emptied(range(2, "name"), lines()))).toEqual([[2, "name", ""]]);
});

test("what is copied has the words above it where wanted, and no line that is no row", () => {
  expect(copied(range(3, "name", 5, "lane"), lines(), "with head")).toEqual([
    ["手順", "担当"],
    ["綴じる", "審査"],
    ["可否", "審査"],
  ]);
});
