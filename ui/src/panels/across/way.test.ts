/** What is told of a resident's way through one process. */
import { expect, test } from "vitest";
import { linesOf } from "./way";

test("what is not known of a process is not told", () => {
  const leg = { process: "process/1", name: "転入届", lead_hours: null } as const;
  const known = { ...leg, counters: ["市民課"], visits: 1, minutes: 12.5, items: ["氏名"] };
  const words = (it: Parameters<typeof linesOf>[0]) => linesOf(it).map(({ word }) => word);
  expect(words(known)).toEqual([
    "ui-across-counters",
    "ui-across-visits",
    "ui-across-minutes",
    "ui-across-items",
  ]);
  expect(words({ ...leg, counters: [], visits: null, minutes: 0, items: [] })).toEqual([
    "ui-across-minutes",
  ]);
});
