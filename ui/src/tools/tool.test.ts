/** Where nothing can be changed the hand chooses and moves the paper, and does no more. */
import { expect, test } from "vitest";
import { exampleApp, exampleView, pointer } from "./example-view";
import { select } from "./select";
import { lookedAt, type ToolEvent, toolOf } from "./tool";

function reading() {
  const view = exampleView();
  return exampleApp({ view: { ...view, project: { ...view.project, read_only: true } } });
}

test("a drag over a past picture moves nothing, and the press chooses all the same", () => {
  const app = reading();
  const events: ToolEvent[] = [
    pointer("press", { x: 120, y: 80 }, { node: "step/10" }),
    pointer("move", { x: 320, y: 280 }),
    pointer("release", { x: 320, y: 280 }),
  ];
  let state = select.rest;
  for (const event of events) {
    const step = lookedAt(select.next(state, event, app));
    state = step.state;
    expect(step.command).toBeUndefined();
    expect(step.writing).toBeUndefined();
    expect(step.ghost?.carried).toBeUndefined();
  }
  const pressed = lookedAt({
    state,
    select: ["step/10"],
    command: () => ({ type: "remove", id: "" }),
  });
  expect(pressed).toEqual({ state, select: ["step/10"] });
});

test("tools that draw are put down, and taken up again with the present", () => {
  expect(toolOf({ ...reading(), tool: "connect" })).toBe("select");
  expect(toolOf({ ...reading(), tool: "pan" })).toBe("pan");
  expect(toolOf(exampleApp({ tool: "connect" }))).toBe("connect");
});
