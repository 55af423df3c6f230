/** Nothing ends in silence. */
import { expect, test } from "vitest";
import { drawn } from "../drawn";
import { cardsOf } from "./cards";
import { endsAtNew, isDeadEnd } from "./ending";
import { wayAt } from "./ways";

const view = drawn({
  nodes: [
    ["step/1", { name: "受け取る" }],
    ["gateway/2"],
    ["step/3", { name: "補正を頼む" }],
    ["step/4", { name: "決定する" }],
  ],
  arrows: [
    ["step/1", "gateway/2"],
    ["gateway/2", "step/3", { condition: "ある", share: 0.2 }],
    ["gateway/2", "step/4", { condition: "なし", share: 0.8 }],
  ],
});

test("a way ends at a step that it brings, and goes on at one that is there", () => {
  for (const text of ["20% ある → 直す", "ある->住民：書類を出す", "→ 直す → 出す"]) {
    expect(endsAtNew(view, text), text).toBe(true);
  }
  for (const text of [
    "20% ある → ",
    "→ ４",
    "→ #A16",
    "20% ある → 直す → 受け取る",
    "→ 終わり",
    "直す",
  ]) {
    expect(endsAtNew(view, text), text).toBe(false);
  }
});

test("a step behind which nothing comes says so on its card, but for the last", () => {
  expect(cardsOf(view).map(({ isEnd }) => isEnd)).toEqual([false, false, true, false]);
  expect(isDeadEnd(view, "step/3")).toBe(true);
  expect(isDeadEnd(view, "step/4")).toBe(false);
  expect(isDeadEnd(view, "gateway/2")).toBe(false);
});

test("an arrow alone goes on where the way before ended", () => {
  expect(wayAt(view, "step/3", "→ 1")).toBe("step/3");
  expect(wayAt(view, "step/1", "→ 4")).toBe("step/1");
  expect(wayAt(view, "gateway/2", "→ 4")).toBe("gateway/2");
});
