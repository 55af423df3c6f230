/** Which lane a key chooses. */
import { expect, test } from "vitest";
import { drawn } from "../drawn";
import { lanesOf } from "../flow-records";
import { nextLane } from "./next-lane";

const LANES = lanesOf(drawn({ lanes: ["住民", "担当", "課長"], nodes: [] }));

test("the key goes down the lanes and begins again above", () => {
  expect(nextLane(LANES, "lane/1")).toBe("lane/2");
  expect(nextLane(LANES, "lane/3")).toBe("lane/1");
});

test("without a lane it begins with the uppermost", () => {
  expect(nextLane(LANES, undefined)).toBe("lane/1");
  expect(nextLane([], undefined)).toBeUndefined();
});
