/** The figures of the panel. */
import { expect, test } from "vitest";
import { groups, stages } from "./rows";

test("the figures of staff and of residents stand apart", () => {
  const [staff, residents] = groups({ staff_min_per_case: 37.514, resident_min_per_case: 54.443 });
  expect(staff?.rows[0]).toEqual({ text: "ui-figure-staff", matters: true, was: "37.5" });
  expect(residents?.rows[0]).toEqual({ text: "ui-figure-residents", matters: true, was: "54.4" });
});

test("two flows stand side by side, each with what is known", () => {
  const [staff] = groups({ checks: 3.3 }, { checks: 1, transcriptions: 0 });
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
