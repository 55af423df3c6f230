/** Which findings come first, and which are set aside. */
import { expect, test } from "vitest";
import type { Finding } from "../told";
import { grouped, keyOf } from "./grouping";

const NOTHING: Finding["avoidable"] = {
  staff_minutes_per_year: null,
  resident_minutes_per_year: null,
  lead_hours: null,
  sheets_per_year: null,
  errors_per_year: null,
};

function finding(detector: string, more: Partial<Finding>): Finding {
  return {
    detector,
    name: detector,
    steps: ["step/1"],
    items: [],
    seen: "",
    facts: {},
    level: "low",
    confidence: 1,
    avoidable: { ...NOTHING },
    guards: [],
    sentence: "",
    why: "",
    what_to_do: "",
    complaints: [],
    rewrites: [],
    ...more,
  };
}

test("grave findings come first, equally grave ones by the time they cost", () => {
  const { open, counts } = grouped([
    finding("A", { avoidable: { ...NOTHING, staff_minutes_per_year: 10 } }),
    finding("B", { level: "medium" }),
    finding("C", {
      avoidable: { ...NOTHING, staff_minutes_per_year: 60, resident_minutes_per_year: 20 },
    }),
    finding("D", { level: "high" }),
  ]);
  expect(open.map((one) => one.detector)).toEqual(["D", "B", "C", "A"]);
  expect(counts).toEqual({ high: 1, medium: 1, low: 2, info: 0 });
});

test("what was judged as needed leaves the list and the counts", () => {
  const { open, aside, counts } = grouped([
    finding("A", { verdict: { decision: "excluded", reason: "監査" } }),
    finding("B", { verdict: { decision: "new" } }),
  ]);
  expect(open.map((one) => one.detector)).toEqual(["B"]);
  expect(aside.map((one) => one.detector)).toEqual(["A"]);
  expect(counts.low).toBe(1);
});

test("two findings of one detector are told apart by their steps", () => {
  expect(keyOf(finding("A", {}))).not.toBe(keyOf(finding("A", { steps: ["step/2"] })));
});
