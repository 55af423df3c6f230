/** When something was, as people say it. */
import { beforeAll, expect, test } from "vitest";
import { learn } from "../../text";
import { clock, exactly, moment, when } from "./when";

const NOW = new Date(2026, 10, 22, 15, 0).getTime();

beforeAll(() => learn("ja", "ui-start-today = 今日 { $time }"));

test("today is told with the time", () => {
  expect(when(new Date(2026, 10, 22, 13, 42).getTime(), NOW, "ja")).toBe("今日 13:42");
});

test("an earlier day of this year is told without the year", () => {
  expect(when(new Date(2026, 10, 18, 9, 0).getTime(), NOW, "ja")).toBe("11月18日");
});

test("another year is told with it", () => {
  expect(when(new Date(2025, 0, 5).getTime(), NOW, "ja")).toBe("2025年1月5日");
  expect(when(new Date(2025, 0, 5).getTime(), NOW, "en")).toBe("January 5, 2025");
});

test("midnight is 00, never 24", () => {
  expect(clock(new Date(2026, 10, 22, 0, 5).getTime(), "en")).toBe("00:05");
});

test("what happens several times a day is told with the time on every day", () => {
  expect(moment(new Date(2026, 10, 22, 13, 42).getTime(), NOW, "ja")).toBe("今日 13:42");
  expect(moment(new Date(2026, 10, 18, 9, 5).getTime(), NOW, "ja")).toBe("11月18日 09:05");
});

test("how exactly something was written is told with its second", () => {
  expect(exactly(new Date(2026, 10, 22, 9, 5, 7).getTime(), "ja")).toBe("09:05:07");
});
