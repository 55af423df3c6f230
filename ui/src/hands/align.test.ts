/** Aligned steps are pinned on one line, and only ways that can be had are offered. */
import { expect, test } from "vitest";
import type { View } from "../contract";
import { exampleView } from "../tools/example-view";
import { aligned, waysFor } from "./align";

/** step/10 and step/11 in the upper lane, step/12 and step/13 in the lower one. */
function view(places: Record<string, { x: number; y: number }> = {}): View {
  const view = exampleView();
  const areas = { ...view.painting.areas };
  const apart = { "step/11": { x: 700, y: 60 }, "step/13": { x: 950, y: 260 } };
  for (const [id, at] of Object.entries({ ...apart, ...places }))
    areas[id] = { ...at, w: 150, h: 64 };
  return { ...view, painting: { ...view.painting, areas } };
}

function pins(view: View, ids: string[], way: Parameters<typeof aligned>[2]) {
  const command = aligned(view, ids, way);
  if (command?.type !== "many") return undefined;
  return command.commands.map((it) => (it.type === "set_attribute" ? [it.id, it.value] : []));
}

test("steps of two lanes come below each other, each in its lane", () => {
  expect(pins(view(), ["step/10", "step/12"], "left")).toEqual([
    ["step/10", { x: 100, y: 60 }],
    ["step/12", { x: 100, y: 260 }],
  ]);
  expect(pins(view(), ["step/10", "step/12"], "centre")).toEqual([
    ["step/10", { x: 300, y: 60 }],
    ["step/12", { x: 300, y: 260 }],
  ]);
});

test("on one height come only steps of one lane", () => {
  const uneven = view({ "step/11": { x: 700, y: 100 } });
  expect(pins(uneven, ["step/10", "step/11"], "top")).toEqual([
    ["step/10", { x: 100, y: 60 }],
    ["step/11", { x: 700, y: 60 }],
  ]);
  expect(pins(uneven, ["step/10", "step/12"], "top")).toBeUndefined();
});

test("three come evenly apart between the outermost two", () => {
  const three = view({ "step/12": { x: 700, y: 260 }, "step/11": { x: 450, y: 60 } });
  expect(pins(three, ["step/12", "step/10", "step/11"], "across")).toEqual([
    ["step/10", { x: 100, y: 60 }],
    ["step/11", { x: 400, y: 60 }],
    ["step/12", { x: 700, y: 260 }],
  ]);
});

test("what would move nothing or cover something is not offered", () => {
  // Both stand at one height already, and on one edge one would lie on the other.
  expect(waysFor(view(), ["step/10", "step/11"])).toEqual([]);
  expect(waysFor(view(), ["step/10"])).toEqual([]);
  const covered = view({ "step/11": { x: 300, y: 60 } });
  expect(waysFor(covered, ["step/10", "step/12"])).toEqual(["left", "right"]);
  expect(waysFor(view(), ["step/10", "step/12"])).toEqual(["left", "centre", "right"]);
});
