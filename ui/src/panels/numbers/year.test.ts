/** What is told of a year. */
import { expect, test } from "vitest";
import { linesOf } from "./year";

const NOTHING = {
  lanes: [],
  staff_hours: null,
  full_time_equivalents: null,
  personnel_yen: null,
  sheets: null,
  paper_yen: null,
  letters: null,
  postage_yen: null,
  resident_hours: null,
  resident_visits: null,
  resident_yen: null,
};

test("what is not known of a year, and what there is none of, is not told", () => {
  const yearly = { ...NOTHING, full_time_equivalents: 9.77, letters: 0, resident_hours: 27221.5 };
  const rest = { in_hand: null, hours_by_backlog: null, loads: [], slipping: [] };
  expect(linesOf({ yearly, yen: null, ...rest })).toEqual([
    { text: "ui-year-fte", value: "9.8" },
    { text: "ui-year-residents", value: "27,222" },
  ]);
});
