/** The line at the foot. */
import { expect, test } from "vitest";
import { cells } from "./cells";

const AS_IS = {
  steps: 39,
  lanes: 10,
  metrics: {
    staff_min_per_case: 37.514,
    resident_min_per_case: 54.443,
    lead_working_hours: 142.02,
    staff_hours_per_year: 18756.8,
    cycle_time_efficiency: 0.011,
  },
};

test("one flow tells its figures in the order of the picture", () => {
  const line = cells(AS_IS).map((cell) => cell.value);
  expect(line).toEqual(["39", "10", "37.5", "54.4", "18.3", "18,757", "1.1"]);
});

test("two flows tell before and after", () => {
  const after = { steps: 19, lanes: 6, metrics: { ...AS_IS.metrics, staff_min_per_case: 7.9 } };
  const [steps, lanes, staff] = cells(AS_IS, after);
  expect([steps?.after, lanes?.after, staff?.after]).toEqual(["19", "6", "7.9"]);
});

test("what nobody entered has no number", () => {
  const [, , staff, residents] = cells({
    steps: 1,
    lanes: 1,
    metrics: { staff_min_per_case: null },
  });
  expect([staff && "value" in staff, residents && "value" in residents]).toEqual([false, false]);
});
