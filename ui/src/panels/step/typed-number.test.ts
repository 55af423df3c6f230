/** Numbers as people type them. */
import { expect, test } from "vitest";
import { refusalOf, typedNumber, written } from "./typed-number";

test("full-width figures and commas are numbers", () => {
  expect(typedNumber("１，２００")).toBe(1200);
  expect(typedNumber(" 0.5 ")).toBe(0.5);
  expect(typedNumber("．５")).toBe(0.5);
});

test("the unit that the field names may stand behind the number", () => {
  expect(typedNumber("10分")).toBe(10);
  expect(typedNumber("23％")).toBe(23);
});

test("nothing typed is not zero but unknown", () => {
  expect(typedNumber("")).toBeNull();
  expect(typedNumber("　")).toBeNull();
  expect(typedNumber("0")).toBe(0);
});

test("words, signs and half a number are not taken", () => {
  for (const text of ["五", "-1", "1e9", "2日", "."]) expect(typedNumber(text)).toBeUndefined();
});

test("what stands in a field has two decimals at most", () => {
  expect(written(2.5)).toBe("2.5");
  expect(written(1 / 3)).toBe("0.33");
});

test("what cannot stand says why: a number below zero, one beyond reason, no number", () => {
  for (const text of ["-3", "−3", "－３", "▲3分"]) {
    expect(refusalOf(text)).toBe("ui-step-number-negative");
  }
  expect(refusalOf("五")).toBe("ui-step-number");
  expect(refusalOf("1000001")).toBe("ui-step-number-large");
  expect(refusalOf("101", 100)).toBe("ui-step-number-share");
  for (const text of ["", "0", "1,000,000"]) expect(refusalOf(text)).toBeUndefined();
});
