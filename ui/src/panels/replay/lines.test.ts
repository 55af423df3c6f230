/** Places along the line of an arrow. */
import { expect, test } from "vitest";
import type { Painting } from "../../contract";
import { lineOf, placeOn } from "./lines";

const HEAD = {
  type: "path",
  segments: [{ move: { x: 10, y: 20 } }, { line: { x: 7, y: 16 } }, "close"],
  paint: { fill: "#3b3b3e" },
} as const;

function painting(segments: unknown): Painting {
  const line = { type: "path", segments, paint: { stroke: { colour: "#3b3b3e", width: 1.25 } } };
  const items = { "edge/1": { type: "group", id: "edge/1", items: [HEAD, line] } };
  const frame = { x: 0, y: 0, w: 100, h: 100 };
  return { frame, title: "", order: ["edge/1"], items, areas: {} } as unknown as Painting;
}

test("a place lies so far along the line, corners included", () => {
  const bent = painting([
    { move: { x: 0, y: 0 } },
    { line: { x: 10, y: 0 } },
    { line: { x: 10, y: 30 } },
  ]);
  const line = lineOf(bent, "edge/1");
  if (!line) throw new Error("there is no line");
  expect(placeOn(line, 0)).toEqual({ x: 0, y: 0 });
  expect(placeOn(line, 0.125)).toEqual({ x: 5, y: 0 });
  expect(placeOn(line, 0.5)).toEqual({ x: 10, y: 10 });
  expect(placeOn(line, 1)).toEqual({ x: 10, y: 30 });
});

test("a curve is followed", () => {
  const curve = [
    { x: 0, y: 10 },
    { x: 10, y: 20 },
    { x: 20, y: 20 },
  ];
  const line = lineOf(painting([{ move: { x: 0, y: 0 } }, { curve }]), "edge/1");
  if (!line) throw new Error("there is no line");
  expect(placeOn(line, 1)).toEqual({ x: 20, y: 20 });
  const half = placeOn(line, 0.5);
  expect(half.x).toBeGreaterThan(2);
  expect(half.x).toBeLessThan(12);
});

test("where nothing is drawn there is no line", () => {
  expect(lineOf(painting([]), "edge/1")).toBeUndefined();
  expect(lineOf(painting([]), "edge/2")).toBeUndefined();
});
