/** The menus: each entry does what the key of its name does, and none does nothing. @vitest-environment happy-dom */
import { expect, test, vi } from "vitest";
import type { Act, App } from "../app";
import type { ModelRecord } from "../contract";
import { noting } from "../tools/example-act";
import { exampleApp, exampleView } from "../tools/example-view";
import { type Entry, sectionsFor } from "./entries";
import { chosenFor, type Target, targetChosen, targetUnder } from "./target";

const NODE: Target = { on: "nodes", id: "step/11" };

function ids(app: App, target: Target): string[] {
  return sectionsFor(app, target).flatMap((section) => section.map(({ id }) => id));
}

function entry(app: App, target: Target, id: string): Entry | undefined {
  return sectionsFor(app, target)
    .flat()
    .find((one) => one.id === id);
}

/** The command that an entry sends. */
function sent(app: App, chosen: Entry | undefined) {
  const send = vi.fn();
  chosen?.run?.(app, { send } as unknown as Act);
  return send.mock.calls[0]?.[0](() => 50);
}

test("of one step more can be done than of several", () => {
  const one = exampleApp({ selection: ["step/11"] });
  expect(ids(one, NODE)).toEqual(
    "rename add-after branch voice cut copy paste duplicate copy-picture into-lane remove".split(
      " ",
    ),
  );
  const two = exampleApp({ selection: ["step/10", "step/12"] });
  expect(ids(two, NODE)).toEqual(
    "voice cut copy paste duplicate copy-picture into-lane align remove".split(" "),
  );
});

test("every entry does something, and says by which key", () => {
  for (const target of [NODE, { on: "paper", at: { x: 5, y: 5 }, lane: "lane/3" }] as Target[]) {
    const app = exampleApp({ selection: target.on === "paper" ? [] : ["step/11"] });
    for (const one of sectionsFor(app, target).flat()) {
      const { act, asked } = noting();
      const all = one.entries ?? [one];
      for (const each of all) each.run?.(app, act);
      expect(asked.length, one.id).toBeGreaterThan(0);
    }
  }
  expect(entry(exampleApp({ selection: ["step/11"] }), NODE, "duplicate")?.keys).toBe("Ctrl+d");
});

test("a pinned step is handed to another lane without its place, and can be let go where it is", () => {
  const pinned: ModelRecord = {
    step: { flow: 2, rank: 2, name: "入力する", lane: 3, pin: { x: 1, y: 2 } },
  };
  const app = exampleApp({ view: exampleView({ "step/11": pinned }), selection: ["step/11"] });
  const lanes = entry(app, NODE, "into-lane")?.entries;
  expect(lanes?.map(({ word }) => word)).toEqual(["審査"]);
  expect(sent(app, lanes?.[0])).toMatchObject({
    type: "many",
    commands: [
      { type: "move_step", node: "step/11", lane: 4 },
      { type: "set_attribute", id: "step/11", attribute: "pin", value: null },
    ],
  });
  expect(sent(app, entry(app, NODE, "unpin"))).toMatchObject({
    commands: [{ type: "set_attribute", id: "step/11", attribute: "pin", value: null }],
  });
});

test("where nothing can be changed, what is chosen can still be copied", () => {
  const { project, ...view } = exampleView();
  const reading = { ...view, project: { ...project, read_only: true } };
  const app = exampleApp({ view: reading, selection: ["step/11"] });
  expect(ids(app, NODE)).toEqual(["copy", "copy-picture"]);
  expect(ids({ ...app, selection: ["edge/20"] }, { on: "edge", id: "edge/20" })).toEqual(["about"]);
});

test("a lane goes only when nothing is done in it", () => {
  const lane: ModelRecord = { lane: { flow: 2, rank: 3, name: "県", kind: "external" } };
  const app = exampleApp({ view: exampleView({ "lane/5": lane }) });
  const of = (id: string) => ids({ ...app, selection: [id] }, { on: "lane", id });
  expect(of("lane/3")).toEqual(["rename", "about", "lane-steps"]);
  expect(of("lane/5")).toEqual(["rename", "about", "remove"]);
});

test("the menu is about what lies under the pointer, and several things stay chosen", () => {
  const view = exampleView();
  const at = { x: 10, y: 250 };
  expect(targetUnder(view, { node: "step/11", edge: "edge/20" }, at)).toEqual(NODE);
  expect(targetUnder(view, {}, at)).toEqual({ on: "paper", at, lane: "lane/4" });
  expect(chosenFor(NODE, ["step/10", "step/11"])).toEqual(["step/10", "step/11"]);
  expect(chosenFor(NODE, ["step/10"])).toEqual(["step/11"]);
  expect(targetChosen(exampleApp({ selection: ["edge/20"] }))).toEqual({
    on: "edge",
    id: "edge/20",
  });
  expect(targetChosen(exampleApp())).toBeUndefined();
});
