/** Arrows by hand. */
import { expect, test } from "vitest";
import { connect } from "./connect";
import { commanded, exampleApp, pointer } from "./example-view";

const app = exampleApp();
const at = { x: 0, y: 0 };

function from(id: string) {
  return connect.next(connect.rest, pointer("press", at, { handle: id }), app).state;
}

test("from the knob of a step to another step is an arrow", () => {
  const state = from("step/12");
  const done = connect.next(state, pointer("release", at, { node: "step/13" }), app);
  expect(commanded(done.command)).toEqual({
    type: "connect",
    edge: 50,
    from: "step/12",
    to: "step/13",
  });
  expect(done.state).toEqual({ at: "rest" });
});

test("the line begins at the middle of the right edge and follows the pointer", () => {
  const moved = connect.next(from("step/10"), pointer("move", { x: 700, y: 300 }), app);
  expect(moved.ghost).toEqual({ line: { from: { x: 250, y: 92 }, to: { x: 700, y: 300 } } });
});

test("a second arrow to the same step is refused before it is sent, and why", () => {
  const state = from("step/10");
  const over = pointer("move", at, { node: "step/11" });
  expect(connect.next(state, over, app).ghost).toMatchObject({
    node: "step/11",
    refused: "ui-tool-refused-twin",
  });
  const done = connect.next(state, pointer("release", at, { node: "step/11" }), app);
  expect(done).toEqual({ state: { at: "rest" } });
});

test("let go on nothing, nothing happens", () => {
  const done = connect.next(from("step/10"), pointer("release", at, { lane: "lane/4" }), app);
  expect(done).toEqual({ state: { at: "rest" } });
});

test("with the tool chosen, two presses do the same as a drag", () => {
  const tool = exampleApp({ tool: "connect" });
  const on = { node: "step/12" };
  let { state } = connect.next(connect.rest, pointer("press", at, on), tool);
  state = connect.next(state, pointer("release", at, on), tool).state;
  expect(state).toEqual({ at: "picked", from: "step/12" });
  const done = connect.next(state, pointer("press", at, { node: "step/10" }), tool);
  expect(commanded(done.command)).toMatchObject({ from: "step/12", to: "step/10" });
});
