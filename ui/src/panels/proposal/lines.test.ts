/** The lines of figures of a comparison. */
import { expect, test } from "vitest";
import type { Painting } from "../../contract";
import type { Card } from "../told";
import { answered, countedIn, pictureLine, worth } from "./lines";

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
