/** Which lane a key chooses. */
import { expect, test } from "vitest";
import { drawn } from "../drawn";
import { lanesOf } from "../flow-records";
import { laneOfDigit, nextLane } from "./next-lane";

const LANES = lanesOf(drawn({ lanes: ["住民", "担当", "課長"], nodes: [] }));

test("the key goes down the lanes and begins again above", () => {
  expect(nextLane(LANES, "lane/1")).toBe("lane/2");
  expect(nextLane(LANES, "lane/3")).toBe("lane/1");
});

test("without a lane it begins with the uppermost", () => {
  expect(nextLane(LANES, undefined)).toBe("lane/1");
  expect(nextLane([], undefined)).toBeUndefined();
});

test("a digit means the lane at that place, and nothing where there is none", () => {
  expect(laneOfDigit(LANES, "3")).toBe("lane/3");
  expect(laneOfDigit(LANES, "4")).toBeUndefined();
  expect(laneOfDigit(LANES, "0")).toBeUndefined();
  expect(laneOfDigit(LANES, "a")).toBeUndefined();
});
