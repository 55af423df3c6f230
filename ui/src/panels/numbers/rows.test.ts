/** The figures of the panel. */
import { expect, test } from "vitest";
import { groups, stages, workAndLead } from "./rows";

test("the figures of staff and of residents stand apart", () => {
  const [staff, residents] = groups({ staff_min_per_case: 37.514, resident_min_per_case: 54.443 });
  expect(staff?.rows[0]).toEqual({ text: "ui-figure-staff", matters: true, was: "37.5" });
  expect(residents?.rows[0]).toEqual({ text: "ui-figure-residents", matters: true, was: "54.4" });
});

test("two flows stand side by side, each with what is known", () => {
  const [staff] = groups({ checks: 3.3 }, { is: { checks: 1, transcriptions: 0 } });
  const checks = staff?.rows.find((row) => row.text === "ui-figure-checks");
  const transcriptions = staff?.rows.find((row) => row.text === "ui-figure-transcriptions");
  expect([checks?.was, checks?.is]).toEqual(["3.3", "1"]);
  expect([transcriptions?.was, transcriptions?.is]).toEqual([undefined, "0"]);
});

test("stages without time are left out", () => {
  expect(stages({ dx_stage_shares: [0.75, 0, 0.25, 0] })).toEqual([
    { text: "ui-numbers-stage-0", percent: 75 },
    { text: "ui-numbers-stage-2", percent: 25 },
  ]);
});

test("what was guessed has bounds, what is missing a lower one, what was measured none", () => {
  const exact = { low: 3, likely: 3, high: 3 };
  const ranges = {
    staff_min_per_case: { low: 23.5, likely: 32, high: 41.25 },
    resident_min_per_case: { low: 9, likely: null, high: null },
    lead_working_hours: { low: 7.75, likely: 15.5, high: 31 },
    staff_hours_per_year: exact,
  };
  const rows = groups({}, { ranges }).flatMap((group) => group.rows);
  const range = (text: string) => rows.find((row) => row.text === text)?.range;
  expect(range("ui-figure-staff")).toEqual({ low: "23.5", high: "41.3" });
  expect(range("ui-figure-staff-year")).toBeUndefined();
  expect(range("ui-figure-residents")).toEqual({ low: "9" });
  expect(range("ui-figure-lead")).toEqual({ low: "1", high: "4" });
});

test("work stands against the time that a case takes", () => {
  const metrics = { lead_working_hours: 69.75, cycle_time_efficiency: 0.25 / 69.75 };
  expect(workAndLead(metrics)).toEqual({ minutes: "15", days: "9" });
  expect(workAndLead({ lead_working_hours: 69.75 })).toBeUndefined();
});
