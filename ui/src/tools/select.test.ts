/** What the hand does when it chooses and moves. */
import { expect, test } from "vitest";
import type { App } from "../app";
import { commanded, exampleApp, exampleView, pointer } from "./example-view";
import type { SelectState } from "./select";
import { select } from "./select";
import type { Step, ToolEvent } from "./tool";

/** Plays events one after another; a choice made is chosen for the next. */
function play(app: App, ...events: ToolEvent[]): Step<SelectState> & { app: App } {
  let now = app;
  let step: Step<SelectState> = { state: select.rest };
  for (const event of events) {
    step = select.next(step.state, event, now);
    if (step.select) now = { ...now, selection: step.select };
  }
  return { ...step, app: now };
}

const onTen = { node: "step/10", lane: "lane/3" };
const onEleven = { node: "step/11", lane: "lane/3" };

test("a press chooses what is under it, and nothing where nothing is", () => {
  const app = exampleApp();
  const pressed = play(app, pointer("press", { x: 150, y: 90 }, onTen));
  expect(pressed.app.selection).toEqual(["step/10"]);
  const away = play(pressed.app, pointer("press", { x: 900, y: 20 }, { lane: "lane/3" }));
  expect(away.app.selection).toEqual([]);
});

test("an arrow and the head of a lane can be chosen", () => {
  const arrow = play(exampleApp(), pointer("press", { x: 270, y: 90 }, { edge: "edge/20" }));
  expect(arrow.app.selection).toEqual(["edge/20"]);
  const head = { lane: "lane/3", head: "lane/3" };
  expect(play(exampleApp(), pointer("press", { x: 20, y: 90 }, head)).app.selection).toEqual([
    "lane/3",
  ]);
});

test("adding chooses several, and takes out again", () => {
  const both = play(
    exampleApp({ selection: ["step/10"] }),
    pointer("press", { x: 350, y: 90 }, onEleven, true),
    pointer("release", { x: 350, y: 90 }, onEleven, true),
  );
  expect(both.app.selection).toEqual(["step/10", "step/11"]);
  const one = play(both.app, pointer("press", { x: 350, y: 90 }, onEleven, true));
  expect(one.app.selection).toEqual(["step/10"]);
});

test("a click on one of several leaves only that one", () => {
  const app = exampleApp({ selection: ["step/10", "step/11"] });
  const at = { x: 350, y: 90 };
  const clicked = play(app, pointer("press", at, onEleven), pointer("release", at, onEleven));
  expect(clicked.app.selection).toEqual(["step/11"]);
  expect(clicked.command).toBeUndefined();
});

test("a frame gathers the boxes it touches", () => {
  const lane = { lane: "lane/3" };
  const drawn = play(
    exampleApp(),
    pointer("press", { x: 60, y: 30 }, lane),
    pointer("move", { x: 320, y: 100 }, lane),
  );
  expect(drawn.ghost?.frame).toEqual({ x: 60, y: 30, w: 260, h: 70 });
  expect(drawn.app.selection).toEqual(["step/10", "step/11"]);
});

test("a shaking hand moves nothing", () => {
  const shaken = play(
    exampleApp(),
    pointer("press", { x: 150, y: 90 }, onTen),
    pointer("move", { x: 152, y: 91 }, onTen),
    pointer("release", { x: 152, y: 91 }, onTen),
  );
  expect(shaken.command).toBeUndefined();
});

test("a step let go in another lane is handed to it and pinned there, as one undo step", () => {
  const lane = { lane: "lane/4" };
  const dropped = play(
    exampleApp(),
    pointer("press", { x: 150, y: 90 }, onTen),
    pointer("move", { x: 200, y: 290 }, lane),
    pointer("release", { x: 200, y: 290 }, lane),
  );
  expect(commanded(dropped.command)).toMatchObject({
    type: "many",
    commands: [
      { type: "move_step", node: "step/10", lane: 4 },
      { type: "set_attribute", id: "step/10", attribute: "pin", value: { x: 150, y: 260 } },
    ],
  });
  expect(dropped.state).toEqual({ at: "rest" });
});

test("while dragging, nothing is sent: only a ghost and the lane below it are shown", () => {
  const dragging = play(
    exampleApp(),
    pointer("press", { x: 150, y: 90 }, onTen),
    pointer("move", { x: 200, y: 290 }, { lane: "lane/4" }),
  );
  expect(dragging.command).toBeUndefined();
  expect(dragging.ghost).toEqual({
    carried: [{ id: "step/10", box: { x: 150, y: 260, w: 150, h: 64 } }],
    lane: "lane/4",
  });
});

test("several move together and keep their distance", () => {
  const app = exampleApp({ selection: ["step/10", "step/11"] });
  const dropped = play(
    app,
    pointer("press", { x: 150, y: 90 }, onTen),
    pointer("move", { x: 180, y: 90 }, onTen),
    pointer("release", { x: 180, y: 90 }, onTen),
  );
  const command = commanded(dropped.command);
  expect(command).toMatchObject({
    commands: [
      { id: "step/10", value: { x: 130, y: 60 } },
      { id: "step/11", value: { x: 330, y: 60 } },
    ],
  });
});

test("a loose step let go on an arrow is put into it", () => {
  const under = { edge: "edge/20", lane: "lane/3" };
  const loose = { node: "step/13", lane: "lane/4" };
  const dragging = play(
    exampleApp(),
    pointer("press", { x: 850, y: 290 }, loose),
    pointer("move", { x: 275, y: 92 }, under),
  );
  expect(dragging.ghost?.edge).toBe("edge/20");
  const dropped = select.next(
    dragging.state,
    pointer("release", { x: 275, y: 92 }, under),
    dragging.app,
  );
  expect(commanded(dropped.command)).toMatchObject({
    type: "many",
    commands: [
      { type: "move_step", node: "step/13", lane: 3 },
      { type: "reorder", id: "step/13", place: { after: "step/10" } },
      { type: "insert_step", step: 13, into: 20, edge: 50 },
    ],
  });
});

test("escape puts everything back", () => {
  const dragging = play(
    exampleApp(),
    pointer("press", { x: 150, y: 90 }, onTen),
    pointer("move", { x: 200, y: 290 }, { lane: "lane/4" }),
    { type: "cancel" },
  );
  expect(dragging).toMatchObject({ state: { at: "rest" } });
  expect(dragging.ghost).toBeUndefined();
  expect(dragging.command).toBeUndefined();
});

test("a double press writes: a name, a step in an arrow, a step in a lane", () => {
  const app = exampleApp({ view: exampleView() });
  const at = { x: 700, y: 90 };
  expect(play(app, pointer("double", at, onTen)).writing).toEqual({
    kind: "rename",
    id: "step/10",
  });
  expect(
    play(app, pointer("double", at, { edge: "edge/20", lane: "lane/3" })).writing,
  ).toMatchObject({ kind: "insert", edge: "edge/20", lane: "lane/3" });
  expect(play(app, pointer("double", at, { lane: "lane/3" })).writing).toEqual({
    kind: "add",
    lane: "lane/3",
    at,
  });
});
