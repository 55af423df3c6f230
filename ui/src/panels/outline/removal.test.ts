/** What is taken away, and where one stands afterwards. */
import { expect, test } from "vitest";
import { drawn } from "../drawn";
import { leftAfter, removal } from "./removal";

const VIEW = drawn({
  nodes: [["step/1"], ["step/2"], ["step/3"]],
  arrows: [["step/1", "step/2"]],
});

test("one thing is removed by itself, several as one undo step", () => {
  expect(removal(VIEW, ["step/1"])).toEqual({ type: "remove", id: "step/1" });
  expect(removal(VIEW, ["step/1", "step/2"])).toMatchObject({
    type: "many",
    commands: [{ id: "step/1" }, { id: "step/2" }],
  });
  expect(removal(VIEW, [])).toBeUndefined();
});

test("arrows go before their steps, and lanes after the steps in them; what went before goes once", () => {
  expect(removal(VIEW, ["step/7"])).toBeUndefined();
  expect(removal(VIEW, ["lane/1", "step/1", "edge/1", "step/7"])).toMatchObject({
    commands: [{ id: "edge/1" }, { id: "step/1" }, { id: "lane/1" }],
  });
});

test("the card below is chosen next, and at the end the one above", () => {
  expect(leftAfter(VIEW, ["step/2"])).toBe("step/3");
  expect(leftAfter(VIEW, ["step/2", "step/3"])).toBe("step/1");
  expect(leftAfter(VIEW, ["step/1", "step/2", "step/3"])).toBeUndefined();
});
