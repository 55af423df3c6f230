/** What is told about the weight of a finding. */
import { expect, test } from "vitest";
import { termsOf } from "./weighing";

test("what is not known is left out, and the others count for the whole", () => {
  const weight = {
    staff: 0.125,
    residents: null,
    lead: 0.5,
    voices: null,
    weights: [0.7, 0.7, 0.3, 0.3] as [number, number, number, number],
    priority: 23.75,
  };
  expect(termsOf(weight)).toEqual([
    { part: "staff", percent: "12.5", weight: "0.7" },
    { part: "lead", percent: "50", weight: "0.3" },
  ]);
});
