/** What is taken away, and where one stands afterwards. */
import { expect, test } from "vitest";
import { drawn } from "../drawn";
import { leftAfter, removal } from "./removal";

const VIEW = drawn({ nodes: [["step/1"], ["step/2"], ["step/3"]] });

test("one thing is removed by itself, several as one undo step", () => {
  expect(removal(["step/1"], "2件を削除する")).toEqual({ type: "remove", id: "step/1" });
  expect(removal(["step/1", "step/2"], "2件を削除する")).toMatchObject({
    type: "many",
    title: "2件を削除する",
  });
  expect(removal([], "")).toBeUndefined();
});

test("the card below is chosen next, and at the end the one above", () => {
  expect(leftAfter(VIEW, ["step/2"])).toBe("step/3");
  expect(leftAfter(VIEW, ["step/2", "step/3"])).toBe("step/1");
  expect(leftAfter(VIEW, ["step/1", "step/2", "step/3"])).toBeUndefined();
});
