/** Nothing ends in silence. */
import { expect, test } from "vitest";
import { drawn } from "../drawn";
import { cardsOf } from "./cards";
import { endsAtNew, waysEnds } from "./ending";
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

test("a step at which a told way ends says so on its card", () => {
  expect(cardsOf(view).map(({ isEnd }) => isEnd)).toEqual([false, false, true, true]);
  const onward = drawn({
    nodes: [["step/1"], ["gateway/2"], ["step/3"], ["step/4"], ["step/5"], ["step/6"]],
    arrows: [
      ["step/1", "gateway/2"],
      ["gateway/2", "step/3", { share: 0.2 }],
      ["step/3", "step/4"],
      ["gateway/2", "step/5"],
      ["step/5", "step/6"],
    ],
  });
  expect([...waysEnds(onward)]).toEqual(["step/4"]);
});

test("where ways meet again, and where nothing parts, the end needs no word", () => {
  const meeting = drawn({
    nodes: [["gateway/2"], ["step/3"], ["step/4"], ["step/5"]],
    arrows: [
      ["gateway/2", "step/3", { share: 0.2 }],
      ["gateway/2", "step/4", { share: 0.8 }],
      ["step/3", "step/5"],
      ["step/4", "step/5"],
    ],
  });
  expect([...waysEnds(meeting)]).toEqual([]);
  const straight = drawn({ nodes: [["step/1"], ["step/2"]], arrows: [["step/1", "step/2"]] });
  expect([...waysEnds(straight)]).toEqual([]);
});

test("a way that leads back makes no way of what follows its branch", () => {
  const round = drawn({
    nodes: [["step/1"], ["gateway/2"], ["step/3"], ["step/4"]],
    arrows: [
      ["step/1", "gateway/2"],
      ["gateway/2", "step/3"],
      ["gateway/2", "step/4", { share: 0.2 }],
      ["step/4", "step/1"],
    ],
  });
  expect([...waysEnds(round)]).toEqual([]);
});

test("an arrow alone goes on where the way before ended", () => {
  expect(wayAt(view, "step/3", "→ 1")).toBe("step/3");
  expect(wayAt(view, "step/1", "→ 4")).toBe("step/1");
  expect(wayAt(view, "gateway/2", "→ 4")).toBe("gateway/2");
});
