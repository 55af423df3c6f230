/** Names written on the picture. */

import { expect, test } from "vitest";
import type { Writing } from "../app";
import { addStep } from "./add-step";
import { commanded, exampleApp, exampleView, pointer } from "./example-view";
import { pan } from "./pan";
import { wrote } from "./writing";

const view = exampleView();

test("in an empty place of a lane a step is added and stays there", () => {
  const at = { x: 600, y: 100 };
  const { writing } = addStep.next(
    addStep.rest,
    pointer("release", at, { lane: "lane/3" }),
    exampleApp(),
  );
  expect(writing).toEqual({ kind: "add", lane: "lane/3", at });
  expect(commanded(wrote(view, writing as Writing, "押印する"))).toMatchObject({
    type: "many",
    commands: [
      { type: "add_step", step: 50, flow: 2, lane: 3, name: "押印する", after: null, edge: 51 },
      { type: "set_attribute", id: "step/50", attribute: "pin", value: { x: 525, y: 68 } },
    ],
  });
});

test("on an arrow a step is put into it", () => {
  const under = { edge: "edge/20", lane: "lane/3" };
  const event = pointer("release", { x: 270, y: 90 }, under);
  const { writing } = addStep.next(addStep.rest, event, exampleApp());
  expect(commanded(wrote(view, writing as Writing, "押印する"))).toEqual({
    type: "insert_step",
    step: 50,
    lane: 3,
    name: "押印する",
    into: 20,
    edge: 51,
  });
});

test("on a step the next one is written", () => {
  const event = pointer("release", { x: 550, y: 290 }, { node: "step/12", lane: "lane/4" });
  const { writing } = addStep.next(addStep.rest, event, exampleApp());
  expect(commanded(wrote(view, writing as Writing, "押印する"))).toMatchObject({
    type: "add_step",
    after: "step/12",
    lane: 4,
  });
});

test("outside the lanes it is said where a step can be added", () => {
  const event = pointer("release", { x: 2000, y: 2000 });
  const { writing, ghost } = addStep.next(addStep.rest, event, exampleApp());
  expect(writing).toBeUndefined();
  expect(ghost?.refused).toBe("ui-tool-add-outside");
});

test("the field opens when the hand lets go, not before", () => {
  const event = pointer("press", { x: 600, y: 100 }, { lane: "lane/3" });
  expect(addStep.next(addStep.rest, event, exampleApp()).writing).toBeUndefined();
});

test("an unchanged name and an empty step are not sent", () => {
  expect(wrote(view, { kind: "rename", id: "step/10" }, "受け付ける")).toBeUndefined();
  expect(wrote(view, { kind: "add", lane: "lane/3", at: { x: 0, y: 0 } }, " ")).toBeUndefined();
  expect(commanded(wrote(view, { kind: "rename", id: "lane/3" }, "市民課"))).toEqual({
    type: "rename",
    id: "lane/3",
    name: "市民課",
  });
});

test("the paper follows the hand while it is held", () => {
  const app = exampleApp();
  const held = pan.next(pan.rest, pointer("press", { x: 10, y: 10 }), app);
  const moved = pan.next(held.state, pointer("move", { x: 25, y: 4 }), app);
  expect(moved.pan).toEqual({ x: 15, y: -6 });
  expect(pan.next(moved.state, pointer("release", { x: 25, y: 4 }), app).state).toEqual(pan.rest);
});
