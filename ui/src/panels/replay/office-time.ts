/** The clock of an office: seconds of open time, which a replay counts, and what the clock on the wall shows then. */

/** From when to when an office is open, in seconds after the first midnight. */
export type Openings = readonly (readonly [from: number, to: number])[];

const DAY = 86_400;

export interface OfficeTime {
  /** How much open time there was before a second of the clock. */
  opened(at: number): number;
  /** What the clock shows after so much open time: nights and days off are jumped over. */
  clock(open: number): number;
  /** Open seconds of a usual day and of a usual week. */
  day: number;
  week: number;
}

export function officeTime(openings: Openings): OfficeTime {
  const before: number[] = [];
  let sum = 0;
  for (const [from, to] of openings) {
    before.push(sum);
    sum += to - from;
  }
  return {
    opened(at) {
      const n = lastAt(openings.length, (one) => (openings[one]?.[0] ?? 0) <= at);
      const opening = openings[n];
      if (!opening) return 0;
      return (before[n] ?? 0) + Math.min(at, opening[1]) - opening[0];
    },
    clock(open) {
      const n = lastAt(before.length, (one) => (before[one] ?? 0) <= open);
      const opening = openings[n];
      if (!opening) return open;
      return Math.min(opening[0] + open - (before[n] ?? 0), opening[1]);
    },
    day: longest(openings, DAY) || DAY,
    week: longest(openings, 7 * DAY) || 7 * DAY,
  };
}

/** The last of `n` numbers for which something holds that holds for all before it; -1 where it holds for none. */
function lastAt(n: number, holds: (one: number) => boolean): number {
  let [low, high] = [-1, n - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The most that is open within one of the first spans of time. */
function longest(openings: Openings, span: number): number {
  const first = Math.floor((openings[0]?.[0] ?? 0) / DAY) * DAY;
  const sums = [0, 1, 2, 3].map((n) => {
    const [begins, ends] = [first + n * span, first + (n + 1) * span];
    const open = openings.map(([from, to]) => Math.min(to, ends) - Math.max(from, begins));
    return open.reduce((sum, part) => sum + Math.max(part, 0), 0);
  });
  return Math.max(...sums);
}
