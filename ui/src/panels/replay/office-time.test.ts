/** The clock of an office jumps over nights and days off. */
import { expect, test } from "vitest";
import { officeTime } from "./office-time";

const H = 3600;
/** Friday morning and afternoon, then Monday. */
const OPENINGS = [
  [9 * H, 12 * H],
  [13 * H, 17 * H],
  [(72 + 9) * H, (72 + 12) * H],
  [(72 + 13) * H, (72 + 17) * H],
] as const;

test("what the clock shows and what was open before are two ways to say the same", () => {
  const time = officeTime(OPENINGS);
  for (const open of [0, 1, 2.5 * H, 3 * H, 6.99 * H, 7 * H, 10 * H]) {
    expect(time.opened(time.clock(open))).toBeCloseTo(open);
  }
  expect(time.clock(0)).toBe(9 * H);
  expect(time.clock(4 * H)).toBe(14 * H);
});

test("with the end of a day the clock is at the beginning of the next", () => {
  const time = officeTime(OPENINGS);
  expect(time.clock(3 * H)).toBe(13 * H);
  expect(time.clock(7 * H)).toBe((72 + 9) * H);
  expect(time.clock(14 * H)).toBe((72 + 17) * H);
  expect(time.clock(99 * H)).toBe((72 + 17) * H);
});

test("what happens while nobody is there happens as the office closes", () => {
  const time = officeTime(OPENINGS);
  expect(time.opened(0)).toBe(0);
  expect(time.opened(20 * H)).toBe(7 * H);
  expect(time.opened(12.5 * H)).toBe(3 * H);
});

test("a day and a week are as long as the office is open", () => {
  const days = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11].map((day) => {
    const from = (day * 24 + 9) * H;
    return [from, from + 8 * H] as const;
  });
  const time = officeTime(days);
  expect([time.day, time.week]).toEqual([8 * H, 40 * H]);
  const always = officeTime([[0, 30 * 24 * H]]);
  expect([always.day, always.week]).toEqual([24 * H, 7 * 24 * H]);
  expect(officeTime([]).clock(5)).toBe(5);
});
