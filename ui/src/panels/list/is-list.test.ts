/** One word is no list. */
import { expect, test } from "vitest";
import { isList } from "./is-list";

test("several lines, cells of a row and a table are a list", () => {
  expect(isList({ text: "受け取る\n数える", html: "" })).toBe(true);
  expect(isList({ text: "窓口\t受け取る", html: "" })).toBe(true);
  expect(isList({ text: "", html: "<TABLE><tr><td>窓口" })).toBe(true);
});

test("a line, one cell and nothing are none", () => {
  expect(isList({ text: "受け取る\r\n", html: "<table><td>受け取る</table>" })).toBe(false);
  expect(isList({ text: "来週の会議は3階です\n", html: "<p>来週の会議は3階です</p>" })).toBe(false);
  expect(isList({ text: "\n\t ", html: "" })).toBe(false);
});
