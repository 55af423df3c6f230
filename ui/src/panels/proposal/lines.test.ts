/** The lines of figures of a comparison. */
import { expect, test } from "vitest";
import type { Comparison, Painting } from "../../contract";
import type { Card } from "../told";
import { answered, cardFor, countedIn, pictureLine, worth } from "./lines";

const BOX = { x: 0, y: 0, w: 1, h: 1 };
const PAINTING: Painting = {
  frame: BOX,
  title: "",
  order: [],
  items: {},
  areas: { "step/1": BOX, "step/2": BOX, "gateway/3": BOX, "lane/1": BOX },
};

test("branches are no steps", () => {
  expect(countedIn(PAINTING)).toEqual({ steps: 2, lanes: 1 });
});

test("a figure that nobody knows is left out of the line", () => {
  const line = pictureLine(PAINTING, { transcriptions: 3, checks: null, lead_working_hours: 15.5 });
  expect(line).toEqual([
    { text: "ui-compare-line-steps", values: { n: 2 } },
    { text: "ui-compare-line-transcriptions", values: { n: "3" } },
    { text: "ui-compare-line-lead", values: { n: "2" } },
  ]);
});

test("a change says which way each side goes", () => {
  const card = { delta: { staff_min_per_case: -9.8 } } as unknown as Card;
  expect(worth(card)).toEqual({ staff: "−9.8", residents: "0" });
});

test("a change says whom it answers: one in words, the others by their number", () => {
  const card = (voices: string[]) => ({ voices, complaints: [] }) as unknown as Card;
  expect(answered(card([]))).toBeUndefined();
  expect(answered(card(["遅い"]))?.text).toBe("ui-cards-answers-text");
  expect(answered(card(["遅い", "二度書いた", "分からない"]))).toEqual({
    text: "ui-cards-answers-more",
    values: { text: "遅い", n: 2 },
  });
});

test("who comes from a finding sees the change that is about its steps", () => {
  const keys = { A1: "step/1", A2: "step/2", A3: "step/3" };
  const comparison = { keys_before: keys, keys_after: keys } as unknown as Comparison;
  const card = (title: string, steps: string[]) =>
    ({ title, steps, new_steps: [] }) as unknown as Card;
  const cards = [card("all", ["A1", "A2", "A3"]), card("one", ["A2"])];
  expect(cardFor(["step/2"], cards, comparison)?.title).toBe("one");
  expect(cardFor(["step/1", "step/2"], cards, comparison)?.title).toBe("all");
  expect(cardFor(["step/9"], cards, comparison)).toBeUndefined();
});
