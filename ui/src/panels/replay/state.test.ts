/** What stands where, from what happened. */
import { expect, test } from "vitest";
import type { ReplayTrace } from "../../contract";
import { BEGINS, COMES, ENDS, GOES, LEAVES, REACHES, reelOf } from "./reel";
import { longestQueues, MOST_SLOTS, onTheWay, standing } from "./state";

const RECORDS = ["step/1", "step/2", "edge/1", "edge/2", "edge/3"];

/** Rows of second, what, case and record; the office is always open. */
function trace(rows: readonly [number, number, number, number][]): ReplayTrace {
  return {
    at: rows.map(([at]) => at),
    what: rows.map(([, what]) => what),
    case: rows.map(([, , one]) => one),
    record: rows.map(([, , , record]) => record),
    records: RECORDS,
    names: ["receive", "check", "", "", ""],
    ends: {
      "edge/1": ["step/1", "gateway/1"],
      "edge/2": ["gateway/1", "step/2"],
      "edge/3": ["step/2", "event/2"],
    },
    is_cut: false,
    openings: [[0, 100_000]],
  };
}

/** Two cases come at once, the second waits for the first, and passes the second step without any work. */
const TWO = trace([
  [0, COMES, 0, 0],
  [0, REACHES, 0, 0],
  [0, BEGINS, 0, 0],
  [0, COMES, 1, 0],
  [0, REACHES, 1, 0],
  [60, LEAVES, 0, 0],
  [60, GOES, 0, 2],
  [60, GOES, 0, 3],
  [60, REACHES, 0, 1],
  [60, BEGINS, 0, 1],
  [60, BEGINS, 1, 0],
  [90, LEAVES, 0, 1],
  [90, GOES, 0, 4],
  [90, ENDS, 0, 0],
  [120, LEAVES, 1, 0],
  [120, GOES, 1, 2],
  [120, GOES, 1, 3],
  [120, REACHES, 1, 1],
  [120, LEAVES, 1, 1],
  [120, GOES, 1, 4],
  [120, ENDS, 1, 0],
]);

function at(open: number, from?: number) {
  const now = standing(reelOf(TWO));
  if (from !== undefined) now.go(from);
  now.go(open);
  const { waiting, working, came, ended } = now;
  return { waiting: [...waiting].slice(0, 2), working: [...working].slice(0, 2), came, ended };
}

test("who waits and who is worked on follows from what happened", () => {
  expect(at(0)).toEqual({ waiting: [1, 0], working: [1, 0], came: 2, ended: 0 });
  expect(at(60)).toEqual({ waiting: [0, 0], working: [1, 1], came: 2, ended: 0 });
  expect(at(119)).toEqual({ waiting: [0, 0], working: [1, 0], came: 2, ended: 1 });
  expect(at(120)).toEqual({ waiting: [0, 0], working: [0, 0], came: 2, ended: 2 });
});

test("backwards it stands as it stood", () => {
  for (const open of [0, 30, 60, 90, 120]) expect(at(open, 200)).toEqual(at(open));
});

test("tokens go one arrow after the other, as fast as they are told to", () => {
  const reel = reelOf(TWO);
  const seen = (open: number, takes = 10) =>
    onTheWay(reel, open, takes).map(({ record, along }) => [RECORDS[record], along]);
  expect(seen(59)).toEqual([]);
  expect(seen(65)).toEqual([["edge/1", 0.5]]);
  expect(seen(75)).toEqual([["edge/2", 0.5]]);
  expect(seen(85)).toEqual([]);
  expect(seen(92, 0)).toEqual([]);
  // The third arrow begins where the case has not been worked on in between.
  expect(seen(145)).toEqual([["edge/3", 0.5]]);
});

test("where many are nearly at the same place they are one", () => {
  const rows = Array.from({ length: 500 }, (_, n): [number, number, number, number] => [
    n,
    GOES,
    n,
    2,
  ]);
  const tokens = onTheWay(reelOf(trace(rows)), 499, 1000);
  expect(tokens.length).toBeLessThanOrEqual(MOST_SLOTS);
  expect(onTheWay(reelOf(trace(rows)), 499, 1000, () => 3).length).toBeLessThanOrEqual(3);
  expect(tokens.reduce((sum, token) => sum + token.count, 0)).toBe(500);
});

test("the longest queues come first", () => {
  const rows = [0, 1, 1].map((step, n): [number, number, number, number] => [n, REACHES, n, step]);
  const reel = reelOf(trace(rows));
  const now = standing(reel);
  now.go(5);
  expect(longestQueues(reel, now, 3)).toEqual([
    ["check", 2],
    ["receive", 1],
  ]);
});
