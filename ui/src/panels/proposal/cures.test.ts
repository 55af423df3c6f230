/** From a finding to its change, or to none. */
import { expect, test } from "vitest";
import type { Card, Finding } from "../told";
import { isCured } from "./cures";

const FINDING = { rewrites: ["drop-seal"], steps: ["S7"] } as unknown as Finding;
const card = (more: Partial<Card>) =>
  ({ rewrite: "merge", findings: [], steps: [], ...more }) as unknown as Card;

test("a change that names the finding answers it", () => {
  expect(isCured(FINDING, 2, [card({ findings: [2] })])).toBe(true);
});

test("the cure that the finding names answers it at the same step only", () => {
  expect(isCured(FINDING, 2, [card({ rewrite: "drop-seal", steps: ["S7"] })])).toBe(true);
  expect(isCured(FINDING, 2, [card({ rewrite: "drop-seal", steps: ["S1"] })])).toBe(false);
});

test("a proposal about other things leaves it", () => {
  expect(isCured(FINDING, 2, [card({ findings: [0, 1], steps: ["S7"] })])).toBe(false);
});
