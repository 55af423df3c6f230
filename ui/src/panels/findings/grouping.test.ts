/** Which findings come first, and which are set aside. */
import { expect, test } from "vitest";
import type { Finding } from "../told";
import { grouped, keyOf, themesOf } from "./grouping";

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
    theme: "check",
    steps: ["step/1"],
    items: [],
    seen: "",
    facts: {},
    level: "low",
    weight: {
      staff: null,
      residents: null,
      lead: null,
      voices: null,
      weights: [0, 0, 0, 0],
      priority: 0,
    },
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

test("what was decided leaves the list and the counts, as long as it stands", () => {
  const { open, questions, aside, counts } = grouped([
    finding("A", { verdict: { decision: "excluded", reason: "監査", stands: true } }),
    finding("B", { verdict: { decision: "new", stands: true } }),
    finding("C", { verdict: { decision: "question", reason: "条文", stands: true } }),
    finding("D", { verdict: { decision: "accepted", stands: true } }),
    finding("E", { verdict: { decision: "excluded", reason: "監査", stands: false } }),
  ]);
  expect(open.map((one) => one.detector)).toEqual(["B", "D", "E"]);
  expect(aside.map((one) => one.detector)).toEqual(["A"]);
  expect(questions.map((one) => one.detector)).toEqual(["C"]);
  expect(counts.low).toBe(3);
});

test("themes come in the order of talking, those without findings are left out", () => {
  const themes = themesOf([finding("C", { theme: "check" }), finding("M", { theme: "printing" })]);
  expect(themes).toEqual([
    { theme: "printing", n: 1 },
    { theme: "check", n: 1 },
  ]);
});

test("two findings of one detector are told apart by their steps", () => {
  expect(keyOf(finding("A", {}))).not.toBe(keyOf(finding("A", { steps: ["step/2"] })));
});
