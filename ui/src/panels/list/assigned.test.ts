/** Each thing is said by one column. */
import { expect, test } from "vitest";
import { assigned } from "./use-list";

test("a column takes its meaning from the one that had it", () => {
  expect(assigned(["lane", "name", null], 2, "name")).toEqual(["lane", null, "name"]);
});

test("several columns may be left aside", () => {
  expect(assigned(["lane", null, "name"], 0, null)).toEqual([null, null, "name"]);
});
