/** Moving a card, told by the arrows that are there afterwards. */
import { expect, test } from "vitest";
import type { Command, RecordId, View } from "../../contract";
import { drawn } from "../drawn";
import { edgesOf } from "../flow-records";
import { movedBy, movedTo } from "./reorder";

const LINE = drawn({
  nodes: [["step/1"], ["step/2"], ["step/3"], ["step/4"]],
  arrows: [
    ["step/1", "step/2"],
    ["step/2", "step/3"],
    ["step/3", "step/4"],
  ],
});

function command(view: View, id: RecordId, by: -1 | 1): Command | undefined {
  let next = view.next;
  return movedBy(view, id, by)?.("並べ替える")(() => next++);
}

/** The arrows after `command`, and a complaint where the desk would have refused a part of it. */
function arrows(view: View, command: Command | undefined): string[] {
  const edges = new Map(edgesOf(view).map(({ id, fields }) => [id, `${fields.from}>${fields.to}`]));
  const parts = command?.type === "many" ? command.commands : command ? [command] : [];
  for (const part of parts) {
    if (part.type === "remove") edges.delete(part.id);
    if (part.type === "connect") edges.set(`edge/${part.edge}`, `${part.from}>${part.to}`);
    if (part.type === "revise") {
      const { edge } = part.record as { edge: { from: RecordId; to: RecordId } };
      edges.set(String(part.id), `${edge.from}>${edge.to}`);
    }
    const ways = [...edges.values()];
    if (new Set(ways).size < ways.length) ways.push("two arrows between the same steps");
    if (ways.some((way) => way.split(">")[0] === way.split(">")[1]))
      ways.push("an arrow to itself");
  }
  return [...edges.values()].map((way) => way.replaceAll("step/", "")).sort();
}

test("a step in the middle of a line changes places with the one before, arrows and all", () => {
  expect(arrows(LINE, command(LINE, "step/3", -1))).toEqual(["1>3", "2>4", "3>2"]);
});

test("moving down does the same as moving the other one up", () => {
  expect(arrows(LINE, command(LINE, "step/2", 1))).toEqual(["1>3", "2>4", "3>2"]);
});

test("the last step of a line can move up, and the one before is then the last", () => {
  expect(arrows(LINE, command(LINE, "step/4", -1))).toEqual(["1>2", "2>4", "4>3"]);
});

test("the first step can move down, and the next one is then the first", () => {
  expect(arrows(LINE, command(LINE, "step/1", 1))).toEqual(["1>3", "2>1", "3>4"]);
});

test("the second step can become the first", () => {
  expect(arrows(LINE, command(LINE, "step/2", -1))).toEqual(["1>3", "2>1", "3>4"]);
});

test("a step can be put several places away", () => {
  const put = movedTo(LINE, "step/1", { after: "step/4" }, "並べ替える");
  let next = 100;
  expect(
    arrows(
      LINE,
      put(() => next++),
    ),
  ).toEqual(["2>3", "3>4", "4>1"]);
});

test("all of it is one undo step", () => {
  const moved = command(LINE, "step/3", -1);
  expect(moved).toMatchObject({ type: "many", title: "並べ替える" });
});

test("a step that hands on to two others keeps its arrows", () => {
  const parted = drawn({
    nodes: [["step/1"], ["step/2"], ["step/3"], ["step/4"]],
    arrows: [
      ["step/1", "step/2"],
      ["step/2", "step/3"],
      ["step/2", "step/4"],
    ],
  });
  expect(command(parted, "step/2", -1)).toEqual({
    type: "reorder",
    id: "step/2",
    place: { before: "step/1" },
  });
});

test("a step that a later one leads back to takes the return to its successor", () => {
  const loop = drawn({
    nodes: [["step/1"], ["step/2"], ["step/3"]],
    arrows: [
      ["step/1", "step/2"],
      ["step/2", "step/3"],
      ["step/3", "step/2"],
    ],
  });
  // Closing up would lead step 3 to itself.
  expect(command(loop, "step/2", -1)).toMatchObject({ type: "reorder" });
});

test("at the border of a phase the first move only changes the phase", () => {
  const phases = drawn({
    phases: ["受付", "審査"],
    nodes: [
      ["step/1", { phase: 1 }],
      ["step/2", { phase: 2 }],
    ],
    arrows: [["step/1", "step/2"]],
  });
  expect(command(phases, "step/2", -1)).toEqual({
    type: "set_attribute",
    id: "step/2",
    attribute: "phase",
    value: 1,
  });
});

test("the first card does not move up", () => {
  expect(command(LINE, "step/1", -1)).toBeUndefined();
});

test("a step without arrows only changes its place in the list", () => {
  const loose = drawn({ nodes: [["step/1"], ["step/2"]] });
  expect(command(loose, "step/2", -1)).toMatchObject({ type: "reorder" });
});
