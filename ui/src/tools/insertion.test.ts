/** What it takes to put a step into an arrow. */
import { expect, test } from "vitest";
import { commanded, exampleView } from "./example-view";
import { insertion } from "./insertion";

const edge = (from: string, to: string) => ({
  edge: { flow: 2, from, to, split: "sequence" },
});

test("a loose step behind the one before it is put in by one plain command", () => {
  const loose = { "edge/21": edge("step/12", "step/11") };
  const command = commanded(insertion(exampleView(loose), "step/13", "edge/21", "lane/4"));
  expect(command).toEqual({
    type: "insert_step",
    step: 13,
    lane: 4,
    name: "綴じる",
    into: 21,
    edge: 50,
  });
});

test("a step between two others is taken out there first: its arrows close up", () => {
  const view = exampleView({ "edge/22": edge("step/12", "step/13") });
  const command = commanded(insertion(view, "step/11", "edge/22", "lane/3"));
  expect(command).toMatchObject({
    type: "many",
    commands: [
      { type: "set_attribute", id: "edge/20", attribute: "to", value: "step/12" },
      { type: "remove", id: "edge/21" },
      { type: "reorder", id: "step/11", place: { after: "step/12" } },
      { type: "insert_step", step: 11, into: 22, edge: 50 },
    ],
  });
});

test("where closing up would draw a second arrow, the arrow goes", () => {
  const view = exampleView({
    "edge/22": edge("step/12", "step/13"),
    "edge/23": edge("step/10", "step/12"),
  });
  const command = commanded(insertion(view, "step/11", "edge/22", "lane/3"));
  expect(command).toMatchObject({
    commands: [{ type: "remove", id: "edge/20" }, { type: "remove", id: "edge/21" }, {}, {}],
  });
});

test("its own arrow, a branching step and a gateway are left alone", () => {
  const view = exampleView({
    "edge/22": edge("step/11", "step/13"),
    "gateway/30": { gateway: { flow: 2, rank: 9, name: "", lane: 3, kind: "branch" } },
  });
  expect(insertion(exampleView(), "step/11", "edge/20", "lane/3")).toBeUndefined();
  expect(insertion(view, "step/11", "edge/20", "lane/3")).toBeUndefined();
  expect(insertion(view, "gateway/30", "edge/20", "lane/3")).toBeUndefined();
});

test("a pinned step lets go of its place", () => {
  const pinned = {
    step: { flow: 2, rank: 4, name: "綴じる", lane: 4, pin: { x: 1, y: 2 } },
  };
  const command = commanded(
    insertion(exampleView({ "step/13": pinned }), "step/13", "edge/20", "lane/4"),
  );
  expect(command).toMatchObject({
    commands: [
      { type: "set_attribute", id: "step/13", attribute: "pin", value: null },
      { type: "reorder", id: "step/13", place: { after: "step/10" } },
      { type: "insert_step" },
    ],
  });
});
