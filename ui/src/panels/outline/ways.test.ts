/** Which lines are ways, by where one writes. */
import { expect, test } from "vitest";
import type { EdgeFields, RecordId } from "../../contract";
import { drawn } from "../drawn";
import { hasBareWay, openBranch, wayAt } from "./ways";
import { placeholderOf } from "./writer";

type Arrow = [RecordId, RecordId, Partial<EdgeFields>?];

const flow = (...arrows: Arrow[]) =>
  drawn({
    nodes: [["step/1"], ["gateway/2"], ["step/3"], ["step/4"], ["step/5"]],
    arrows: [["step/1", "gateway/2"], ...arrows],
  });

const FIRST: Arrow = ["gateway/2", "step/3", { share: 0.2, condition: "ある" }];
const REST: Arrow = ["gateway/2", "step/4", { share: 0.8, condition: "なし" }];

test("right behind a branch an arrow needs no share, and a share no arrow", () => {
  for (const text of ["足りない → 1", "足りない→1", "20% ある → 直す", "80% なし", "８０％なし"]) {
    expect(wayAt(flow(), "gateway/2", text), text).toBe("gateway/2");
    expect(wayAt(flow(FIRST), "step/3", text), text).toBe("gateway/2");
  }
  for (const text of [
    "入力する 紙→業務システム 8分",
    "書く [紙→Excel]",
    "窓口：紙→Excel",
    "直す",
  ]) {
    expect(wayAt(flow(), "gateway/2", text), text).toBeUndefined();
  }
});

test("where all ways are told a line is a card again, and a share with an arrow belongs to the step it follows", () => {
  const whole = flow(FIRST, REST, ["step/4", "step/5"]);
  expect(wayAt(whole, "step/5", "本庁→支所へ送る")).toBeUndefined();
  expect(wayAt(whole, "step/5", "80% なし")).toBeUndefined();
  expect(wayAt(whole, "step/5", "30% 不備 → 3")).toBe("step/5");
  expect(wayAt(whole, "gateway/2", "5% 不明 → 3")).toBe("gateway/2");
  expect(wayAt(flow(), "step/1", "80% ある → 5")).toBe("step/1");
  expect(wayAt(flow(), "step/1", "本庁→支所へ送る")).toBeUndefined();
});

test("ways that are told by their conditions are open while one writes the next of them", () => {
  const told = flow(
    ["gateway/2", "step/3", { condition: "ある" }],
    ["gateway/2", "step/4", { condition: "なし" }],
    ["step/4", "step/5"],
  );
  expect(wayAt(told, "step/4", "不明 → 1")).toBe("gateway/2");
  expect(wayAt(told, "step/5", "不明 → 1")).toBeUndefined();
});

test("how a way is written is told while the branch waits for one", () => {
  const at = (view: ReturnType<typeof flow>, after: RecordId) =>
    placeholderOf({ after, open: openBranch(view, after) });
  expect(at(flow(), "gateway/2")).toBe("ui-cards-write-way");
  expect(at(flow(FIRST), "step/3")).toBe("ui-cards-write-other");
  expect(at(flow(FIRST, REST), "step/4")).toBe("ui-cards-write");
  expect(at(flow(), "step/1")).toBe("ui-cards-write");
});

test("the way that goes on is the one of which nothing is said", () => {
  expect(hasBareWay(flow(FIRST), "gateway/2")).toBe(false);
  expect(hasBareWay(flow(FIRST, ["gateway/2", "step/5"]), "gateway/2")).toBe(true);
});
