/** Kinds of steps under headings. */
import { expect, test } from "vitest";
import { byKind } from "./kinds";

test("kinds stand together by what is done, and an unheard-of one stands last", () => {
  const words = ["novel", "seal", "fill", "approve", "enter"].map((value) => ({
    value,
    word: value,
  }));
  expect(byKind(words).map(({ value, section }) => [value, section])).toEqual([
    ["fill", "ui-kinds-write"],
    ["enter", "ui-kinds-write"],
    ["seal", "ui-kinds-decide"],
    ["approve", "ui-kinds-decide"],
    ["novel", "ui-kinds-other"],
  ]);
});
