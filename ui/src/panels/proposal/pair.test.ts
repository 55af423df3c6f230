/** Which two flows are laid side by side. */
import { expect, test } from "vitest";
import type { FlowCard, View } from "../../contract";
import { pairOf } from "./pair";

const AS_IS: FlowCard = { id: "flow/1", name: "現状", variant: "as_is" };
const A: FlowCard = { id: "flow/9", name: "改善案 A", variant: "to_be", made_from: "flow/1" };
const B: FlowCard = { id: "flow/20", name: "改善案 B", variant: "to_be", made_from: "flow/1" };

function looking(flow: string, flows: FlowCard[]): View {
  return { flow, flows } as View;
}

test("without a to-be there is nothing to compare", () => {
  expect(pairOf(looking("flow/1", [AS_IS]))).toBeUndefined();
});

test("from the as-is one sees its latest to-be", () => {
  expect(pairOf(looking("flow/1", [AS_IS, A, B]))).toEqual({
    before: "flow/1",
    after: "flow/20",
    isComposed: true,
  });
});

test("a to-be is compared with what it was made from", () => {
  expect(pairOf(looking("flow/9", [AS_IS, A, B]))?.after).toBe("flow/9");
});

test("a to-be drawn by hand is compared, but has no changes to decide about", () => {
  const drawn: FlowCard = { id: "flow/5", name: "案", variant: "to_be" };
  expect(pairOf(looking("flow/5", [AS_IS, drawn]))).toEqual({
    before: "flow/1",
    after: "flow/5",
    isComposed: false,
  });
});
