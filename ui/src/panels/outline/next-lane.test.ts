/** Which lane a key chooses. */
import { expect, test } from "vitest";
import { drawn } from "../drawn";
import { lanesOf } from "../flow-records";
import { laneBelow } from "./next-lane";

const LANES = lanesOf(drawn({ lanes: ["住民", "担当", "課長"], nodes: [] }));

test("the key goes down the lanes and begins again above", () => {
  expect(laneBelow(LANES, "lane/1", 1)).toBe("lane/2");
  expect(laneBelow(LANES, "lane/3", 1)).toBe("lane/1");
  expect(laneBelow(LANES, "lane/2", 3)).toBe("lane/2");
  expect(laneBelow(LANES, "lane/2", 0)).toBe("lane/2");
});

test("without a lane it begins with the uppermost", () => {
  expect(laneBelow(LANES, undefined, 1)).toBe("lane/1");
  expect(laneBelow([], undefined, 1)).toBeUndefined();
});
