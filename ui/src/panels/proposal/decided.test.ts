/** What is said of a change that is not taken. */
import { expect, test } from "vitest";
import type { View } from "../../contract";
import type { Card } from "../told";
import { decidedOf } from "./decided";

const CARDS = [
  { improvement: "improvement/3", title: "入口を1つにする" },
  { improvement: "improvement/4", title: "重なる確認を1回にする" },
] as Card[];

function keeping(improvement: Record<string, unknown>): View {
  return { records: { "improvement/4": { improvement } } } as unknown as View;
}

test("a reason that was given is said", () => {
  const [, card] = CARDS;
  const view = keeping({ reason: "監査があるため" });
  expect(card && decidedOf(card, CARDS, view)).toEqual({ reason: "監査があるため" });
});

test("what fell with another change names that one", () => {
  const [, card] = CARDS;
  const view = keeping({ falls_with: 3 });
  expect(card && decidedOf(card, CARDS, view)).toEqual({ after: "入口を1つにする" });
});

test("of a change whose record is not at hand nothing is said", () => {
  const [card] = CARDS;
  expect(card && decidedOf(card, CARDS, keeping({}))).toEqual({});
});
