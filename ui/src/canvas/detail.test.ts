/** What is left of a part from afar. */
import { expect, test } from "vitest";
import type { Item } from "../contract";
import { atDetail, detailAt, isCoarser } from "./detail";

const text = (content: string, weight: "bold" | "regular"): Item => ({
  type: "text",
  content,
  at: { x: 20, y: 40 },
  size: 13,
  weight,
  colour: "#1a1a1c",
});
const box = (fill?: string): Item => ({
  type: "rect",
  area: { x: 0, y: 0, w: 150, h: 64 },
  radius: 7,
  paint: fill === undefined ? { stroke: { colour: "#949497", width: 1 } } : { fill },
});
const icon: Item = { type: "group", items: [box()] };
const strip: Item = {
  type: "rect",
  area: { x: 0, y: 0, w: 8, h: 64 },
  radius: 0,
  paint: { fill: "#fbf5e0" },
};
const step: Item = {
  type: "group",
  id: "step/1",
  title: "A010 受け付ける",
  swatch: "#fbf5e0",
  items: [box("#ffffff"), strip, box(), icon, text("確認", "regular"), text("受け付ける", "bold")],
};

test("the nearer one is, the more is painted", () => {
  expect([1, 0.55, 0.4, 0.2].map(detailAt)).toEqual(["all", "all", "names", "shapes"]);
  expect(isCoarser("shapes", "names")).toBe(true);
  expect(isCoarser("all", "all")).toBe(false);
});

test("from near everything is painted, as it is", () => {
  expect(atDetail("step/1", step, "all")).toBe(step);
});

test("where only names can be read, icons and small letters are left out", () => {
  const seen = atDetail("step/1", step, "names");
  expect(seen?.type === "group" && seen.items).toEqual([
    box("#ffffff"),
    strip,
    box(),
    text("受け付ける", "bold"),
  ]);
});

test("from afar a step is a box in its colour with its border, and still says what it is", () => {
  const seen = atDetail("step/1", step, "shapes");
  expect(seen).toEqual({ ...step, items: [box("#fbf5e0"), box()] });
});

test("phases keep their names from afar; those of lanes stand beside the picture", () => {
  const phase: Item = { type: "group", id: "phase/1", items: [box(), text("受付", "bold")] };
  expect(atDetail("phase/1", phase, "shapes")).toBe(phase);
  const lane: Item = { type: "group", id: "lane/1", items: [box(), text("住民", "bold")] };
  expect(atDetail("lane/1", lane, "names")).toEqual({ ...lane, items: [box()] });
});

test("an arrow is left without what lies over it, a flag without its word", () => {
  const line: Item = {
    type: "path",
    segments: [{ move: { x: 0, y: 0 } }, { line: { x: 50, y: 0 } }],
    paint: { stroke: { colour: "#3b3b3e", width: 1.25 } },
  };
  const arrow: Item = { type: "group", id: "edge/1", items: [line] };
  const over: Item = { type: "group", id: "edge/1", items: [box(), text("不備あり", "regular")] };
  expect(atDetail("edge/1", arrow, "shapes")).toEqual(arrow);
  expect(atDetail("edge/1+marks", over, "names")).toBeUndefined();
  const flag: Item = { type: "group", id: "step/1", items: [box("#ce0000"), text("高", "bold")] };
  expect(atDetail("step/1+marks", flag, "shapes")).toEqual({ ...flag, items: [box("#ce0000")] });
});
