/** What is turned, what is asked for it, and how it is told. */
import { beforeAll, expect, test } from "vitest";
import type { TrialQuestion } from "../../contract";
import { learn } from "../../text";
import { exampleApp } from "../../tools/example-view";
import { keyOf } from "./bench";
import { exampleForecast, exampleTrial } from "./example-answers";
import { figuresOf } from "./figures";
import { LEVERS, leversOf, QUESTIONS, SLIDES, TODAY, without, withPooled } from "./levers";
import { typed } from "./typed";
import { madeWith, meaningOf, shownOf, time } from "./words";

beforeAll(() =>
  learn(
    "ja",
    `ui-trial-volume = 件数
ui-trial-volume-is = { $n }%
ui-trial-staff = 人手
ui-trial-staff-is = { $n }%
ui-trial-staff-less = 今より{ $n }%少ない
ui-trial-made-today = 今のまま
ui-trial-made-year = 目標{ $year }年
ui-trial-made-people = 人数を入れ直した
ui-trial-made-pooled = まとめる: { $lanes }
ui-trial-yen-is = { $yen }円
ui-trial-date = { $year }年{ $month }月{ $day }日
ui-trial-figure-none = —
ui-loads-percent = { $percent }%
office-days = { $n }開庁日
office-hours = { $n }開庁時間
office-minutes = { $n }分
`,
  ),
);

const app = exampleApp();
const forecast = exampleForecast();
const made = (question: TrialQuestion, turned = {}) =>
  madeWith(app, question, leversOf({ people: {} }, turned), forecast);

test("a slider and what is asked are the same number, there and back", () => {
  for (const slide of Object.values(SLIDES)) {
    for (let value = slide.min; value <= slide.max; value += slide.step) {
      expect(slide.of({ ...TODAY, ...slide.turn(value) }, undefined)).toBe(value);
    }
    const rest = slide.start(undefined);
    expect(slide.of(TODAY, undefined)).toBe(rest);
  }
  expect(SLIDES.staff.turn(-25)).toEqual({ staff: 0.75 });
  expect(SLIDES.online.of(TODAY, { per_year: null, online: 0.3, better: [] })).toBe(30);
});

test("every question has levers, and what is turned for one is nothing for another", () => {
  expect(QUESTIONS.filter((question) => LEVERS[question].length === 0)).toEqual([]);
  const base = { per_year: 900, people: { "lane/3": 2 } };
  expect(leversOf(base, { staff: 0.5 })).toEqual({ ...TODAY, ...base, staff: 0.5 });
  expect(without({ staff: 0.5, volume: 2 }, "staff")).toEqual({ volume: 2 });
  expect(withPooled(withPooled({}, "lane/3", true), "lane/4", true).pooled).toEqual([
    "lane/3",
    "lane/4",
  ]);
  expect(withPooled({ pooled: ["lane/3"] }, "lane/3", false).pooled).toEqual([]);
});

test("what is turned says what it means", () => {
  expect(shownOf("staff", -25)).toBe("−25%");
  expect(shownOf("staff", 10)).toBe("+10%");
  expect(meaningOf("staff", -25)).toBe("今より25%少ない");
  expect(made("volume")).toEqual(["今のまま"]);
  expect(made("staff", { staff: 0.5, volume: 2 })).toEqual([
    "人手 −50%",
    "件数 200%",
    "目標2040年",
  ]);
  expect(made("pooling", { pooled: ["lane/3", "lane/4"] })).toEqual(["まとめる: A・B"]);
  const levers = leversOf({ people: { "lane/3": 1 } }, {});
  expect(madeWith(app, "volume", levers, forecast)).toEqual(["人数を入れ直した"]);
});

test("an answer is about levers, not about the order in which they were turned", () => {
  const key = (people: Record<string, number>, turned: object) =>
    keyOf(app, "volume", leversOf({ people }, turned));
  const one = key({ "lane/3": 1, "lane/4": 2 }, { volume: 2, staff: 0.5 });
  expect(key({ "lane/4": 2, "lane/3": 1 }, { staff: 0.5, volume: 2 })).toBe(one);
  expect(key({ "lane/4": 2, "lane/3": 1 }, { staff: 0.6, volume: 2 })).not.toBe(one);
  const edited = exampleApp();
  const view = edited.view && { ...edited.view, revision: 9 };
  expect(keyOf({ ...edited, ...(view ? { view } : {}) }, "volume", TODAY)).not.toBe(
    keyOf(app, "volume", TODAY),
  );
});

test("a number is read as people type it, within its bounds", () => {
  const bounds = { min: -50, max: 50, isWhole: false };
  expect(
    ["−25", "▲１０", "+5%", "-0.5", "", "51", "多い", "−"].map((text) => typed(text, bounds)),
  ).toEqual([-25, -10, 5, -0.5, null, undefined, undefined, undefined]);
  expect(typed("1,200件", { min: 1, max: 1e7, isWhole: true })).toBe(1200);
});

test("times are told as in files", () => {
  expect([15.5, 7, 0.5, 0].map((hours) => time(hours, 7.75))).toEqual([
    "2開庁日",
    "7開庁時間",
    "30分",
    "0開庁時間",
  ]);
});

test("what was played is told beside today's, where anything is known", () => {
  const turned = {
    ...{ cleared: { p50: "2026-06-05", p90: "2026-07-01" }, over_standard_period: null },
  };
  const rows = figuresOf(exampleTrial(turned), 7.75);
  const row = (label: string) => rows.find((one) => one.label === label);
  expect(row("ui-trial-mean")).toMatchObject({ today: "2開庁日", tried: "2開庁日" });
  expect(row("ui-trial-cleared")).toMatchObject({ today: "—", tried: "2026年6月5日" });
  expect(row("ui-trial-over")).toMatchObject({ today: "12.5%", tried: "—" });
  expect(row("ui-trial-yen")).toBeUndefined();
});
