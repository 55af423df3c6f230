/** Numbers read alike in the window and in what Rust writes. */
import { expect, test } from "vitest";
import { days, isKnown, number, short, signed } from "./number";

test("a number has groups of three and no idle zeros", () => {
  expect([18756.8, 0.5, 450, 1948.051, -0.104, 0, -0.001, 100, 0.004].map(number)).toEqual([
    "18,756.8",
    "0.5",
    "450",
    "1,948.1",
    "−0.1",
    "0",
    "0",
    "100",
    "0",
  ]);
});

test("a difference says which way it goes", () => {
  expect([-5.907, 1.449, 0].map(signed)).toEqual(["−5.91", "+1.45", "0"]);
});

test("a glance gets one decimal, and none from a hundred on", () => {
  expect([37.514, 3.299, 18756.8].map(short)).toEqual(["37.5", "3.3", "18,757"]);
});

test("a small figure is not rounded away", () => {
  expect(short(0.038)).toBe("0.04");
});

test("office hours become office days", () => {
  expect(short(days(142.02))).toBe("18.3");
});

test("what nobody entered is not a figure", () => {
  expect([0, null, undefined, Number.NaN].map(isKnown)).toEqual([true, false, false, false]);
});
