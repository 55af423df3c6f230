/** A cell offers the words that could stand in it. */
import { expect, test } from "vitest";
import { exampleApp } from "../../tools/example-view";
import { COLUMNS, type ColumnId, type TableColumn } from "./columns";
import { completed, offered, wordsFor } from "./suggest";

const column = (id: ColumnId): TableColumn =>
  COLUMNS.find((it) => it.id === id) ?? { id, width: 0 };

test("words that begin so come before words that have it somewhere", () => {
  const words = ["確認", "再確認", "記入"];
  expect(offered(words, column("kind"), "確", "fitting")).toEqual(["確認", "再確認"]);
  expect(offered(words, column("kind"), "確認", "fitting")).toEqual([]);
  expect(offered(words, column("kind"), "", "fitting")).toEqual([]);
  expect(offered(words, column("kind"), "記入", "all")).toEqual(words);
});

test("of several the last is completed, and of a medium what it becomes", () => {
  expect(offered(["氏名", "住所"], column("reads"), "氏名、住", "fitting")).toEqual(["住所"]);
  expect(completed(column("reads"), "氏名、住", "住所")).toBe("氏名、住所");
  expect(completed(column("media"), "紙→E", "Excel")).toBe("紙→Excel");
  expect(completed(column("lane"), "窓、", "窓口")).toBe("窓口");
});

test("lanes are those of the flow", () => {
  expect(wordsFor(exampleApp(), column("lane"))).toEqual(["窓口", "審査"]);
  expect(wordsFor(exampleApp(), column("note"))).toEqual([]);
});
