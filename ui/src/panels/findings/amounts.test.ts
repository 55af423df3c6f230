/** The line of figures of a finding. */
import { expect, test } from "vitest";
import { amounts } from "./amounts";

test("minutes of a year are told as hours, and zero is left out", () => {
  const line = amounts(
    { staff_minutes_per_year: 27900, sheets_per_year: 4500, lead_hours: 0, errors_per_year: 0 },
    2,
  );
  expect(line).toEqual([
    { text: "ui-amount-staff", values: { n: "465" } },
    { text: "ui-amount-sheets", values: { n: "4,500" } },
    { text: "ui-amount-voices", values: { n: "2" } },
  ]);
});

test("a wait of a day or more is told in office days, a shorter one in hours or minutes", () => {
  expect(amounts({ lead_hours: 15.5 }, 0)).toEqual([
    { text: "ui-amount-lead", values: { n: "2" }, unit: "ui-office-days" },
  ]);
  expect(amounts({ lead_hours: 4 }, 0)).toEqual([
    { text: "ui-amount-lead", values: { n: "4" }, unit: "ui-hours" },
  ]);
  expect(amounts({ lead_hours: 0.25 }, 0)).toEqual([
    { text: "ui-amount-lead", values: { n: "15" }, unit: "ui-time-minutes" },
  ]);
});

test("what is not known is not told as a figure", () => {
  expect(amounts({ staff_minutes_per_year: null }, 0)).toEqual([]);
});
