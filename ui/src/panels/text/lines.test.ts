/** Lines and what stands on them. */
import { expect, test } from "vitest";
import { countOf, lineAt, linesOf, toldOn } from "./lines";

const TEXT = "# 業務\n窓口: 甲\n  読む: 氏名\n窓口: 乙";
const LINES = [
  { id: "step/1", line: 2 },
  { id: "step/2", line: 4 },
];

test("a place lies on the line that ends behind it", () => {
  expect(lineAt(TEXT, 0)).toBe(1);
  expect(lineAt(TEXT, TEXT.indexOf("\n"))).toBe(1);
  expect(lineAt(TEXT, TEXT.indexOf("窓口"))).toBe(2);
  expect(lineAt(TEXT, TEXT.length)).toBe(4);
  expect(countOf(TEXT)).toBe(4);
  expect(countOf("")).toBe(1);
  expect(countOf("a\n")).toBe(2);
});

test("an indented line tells about the step above it, a head about none", () => {
  expect(toldOn(LINES, 1)).toBeUndefined();
  expect(toldOn(LINES, 3)).toBe("step/1");
  expect(toldOn(LINES, 4)).toBe("step/2");
  expect(linesOf(LINES, ["step/2", "edge/9"])).toEqual([4]);
});
