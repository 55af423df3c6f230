/** A person finds the place of a mistake in a file. */
import { expect, test } from "vitest";
import { learn } from "../../text";
import { placeOf } from "./place-of";

learn("ja", "ui-notice-line = { $file } { $line } { $column }\nui-notice-file = { $file }\n");

test("the name of the file stands without its folders", () => {
  expect(placeOf({ file: "/a/b.json" })).toBe("b.json");
  expect(placeOf({ file: "C:\\a\\b.flow", line: 3, column: 7 })).toContain("b.flow");
});

test("the line and the character are said, and nothing where there is no file", () => {
  expect(placeOf({ file: "b.flow", line: 3, column: 7 })?.replace(/[\u2068\u2069]/g, "")).toBe(
    "b.flow 3 7",
  );
  expect(placeOf({ id: "step/1" })).toBeUndefined();
});
