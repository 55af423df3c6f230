/** What of the picture is said to those who do not see it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { drawn } from "../../panels/drawn";
import { learn } from "../../text";
import { linesOf, sentenceOf } from "./sentence";

const TEXTS = join(import.meta.dirname, "../../../../crates/session/text/ja.ftl");
beforeAll(() => learn("ja", readFileSync(TEXTS, "utf8")));

const WORDS = { gateway_kind: [{ value: "branch", word: "分岐" }] };

test("a step is told by its number, who does it, what it is, how long, and where it leads", () => {
  const view = drawn({
    lanes: ["窓口", "審査担当"],
    nodes: [
      ["step/1", { name: "受付" }],
      ["step/2", { name: "突合", lane: 2 }],
      ["step/3", { name: "次へ" }],
    ],
    arrows: [
      ["step/1", "step/2"],
      ["step/2", "step/3"],
    ],
    voices: [{ steps: ["step/2"], count: 4 }],
  });
  const step = view.records["step/2"];
  if (step && "step" in step) step.step.minutes = 3;
  expect(linesOf(view, WORDS).map(({ text }) => text)).toEqual([
    "手順 1 窓口 受付 → 突合",
    "手順 2 審査担当 突合 3分 → 次へ 職員の声 4件",
    "手順 3 窓口 次へ",
  ]);
});

test("a branch tells its ways, a nameless one by what it is", () => {
  const view = drawn({
    nodes: [["step/1", { name: "受付" }], ["gateway/2", { name: "" }], ["step/3"], ["step/4"]],
    arrows: [
      ["step/1", "gateway/2"],
      ["gateway/2", "step/3", { condition: "不足", share: 0.2 }],
      ["gateway/2", "step/4", { condition: "ある" }],
    ],
  });
  expect(sentenceOf(view, WORDS, "step/1")).toBe("手順 1 受付 受付 → 分岐");
  expect(sentenceOf(view, WORDS, "gateway/2")).toBe("分岐 受付 不足 20% → step/3、ある → step/4");
});

test("phases part the steps, and each line knows its place among its neighbours", () => {
  const view = drawn({
    phases: ["受付", "審査"],
    nodes: [
      ["step/1", { phase: 1 }],
      ["step/2", { phase: 1 }],
      ["step/3", { phase: 2 }],
      ["step/4", { phase: 1 }],
    ],
  });
  const lines = linesOf(view, WORDS);
  const places = lines.map(({ id, level, place, of }) => [id, level, place, of]);
  expect(places).toEqual([
    ["phase/1", 1, 1, 3],
    ["step/1", 2, 1, 2],
    ["step/2", 2, 2, 2],
    ["phase/2", 1, 2, 3],
    ["step/3", 2, 1, 1],
    ["phase/1", 1, 3, 3],
    ["step/4", 2, 1, 1],
  ]);
  // The work comes back to a phase: each of its lines is one of its own.
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
});
