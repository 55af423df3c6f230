/** Spans of time as people write them. */
import { beforeAll, expect, test } from "vitest";
import { learn } from "../../text";
import { waiting, workingTime } from "./time-words";

beforeAll(() => {
  learn(
    "ja",
    `ui-time-seconds = { $n }秒
ui-time-minutes = { $n }分
ui-time-hours = { $n }時間
ui-time-days = { $n }日
ui-time-to = 〜
ui-time-between = { "" }
`,
  );
});

test("working time has the units that people would choose", () => {
  expect([0.05, 0.5, 1.5, 5, 60, 90, 1500].map((it) => workingTime(it))).toEqual([
    "3秒",
    "30秒",
    "1.5分",
    "5分",
    "1時間",
    "1時間30分",
    "25時間",
  ]);
});

test("time that varies is a range", () => {
  expect(workingTime(7.5, { low: 5, high: 10 })).toBe("5〜10分");
  expect(workingTime(75, { low: 60, high: 90 })).toBe("1時間〜1時間30分");
  expect(workingTime(5, { low: 5, high: 5 })).toBe("5分");
  expect(workingTime(0.1, { low: 0.05, high: 0.2 })).toBe("3〜12秒");
  expect(workingTime(1, { low: 0.5, high: 2 })).toBe("30秒〜2分");
  expect(workingTime(1, { low: 0, high: 2 })).toBe("0〜2分");
});

test("a wait is told in days where it is days", () => {
  expect([0, 0.3, 0.5, 3, 7.75, 8, 9.25, 11.625, 15.5, 9.75, 80].map((it) => waiting(it))).toEqual([
    "0分",
    "18分",
    "30分",
    "3時間",
    "1日",
    "1日15分",
    "1日1時間30分",
    "1.5日",
    "2日",
    "1日2時間",
    "10日2時間30分",
  ]);
});
