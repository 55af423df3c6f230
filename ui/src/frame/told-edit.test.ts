/** What is said of an edit. */
import { beforeAll, expect, test } from "vitest";
import { learn } from "../text";
import { toldEdit } from "./told-edit";

beforeAll(() => {
  const lines = ["ui-told-done = した: { $what }", "ui-told-undone = 戻した: { $what }"];
  learn("ja", [...lines, "ui-told-redone = やり直した: { $what }"].join("\n"));
});

const ADD = "手順を足す";
const NAME = "名前を変える";

test("an edit is told by its label, taken back and done again as well", () => {
  const before = { revision: 4, undo_label: ADD };
  const edited = { revision: 5, undo_label: NAME };
  expect(toldEdit(before, edited)).toBe("した: 名前を変える");
  const undone = { revision: 6, undo_label: ADD, redo_label: NAME };
  expect(toldEdit(edited, undone)).toBe("戻した: 名前を変える");
  expect(toldEdit(undone, { ...edited, revision: 7 })).toBe("やり直した: 名前を変える");
});

test("the first edit that is taken back is told, and a view without an edit is not", () => {
  expect(toldEdit({ revision: 1, undo_label: ADD }, { revision: 2, redo_label: ADD })).toBe(
    "戻した: 手順を足す",
  );
  expect(toldEdit({ revision: 2 }, { revision: 2 })).toBe("");
});
