/** Where parts lie, and where they lie when they moved. */
import { expect, test } from "vitest";
import type { Item } from "../contract";
import { shifted } from "../shift";
import { extentOf } from "./extent";

const part: Item = {
  type: "group",
  id: "step/1",
  items: [
    { type: "rect", area: { x: 10, y: 20, w: 150, h: 64 }, radius: 7, paint: {} },
    {
      type: "path",
      segments: [
        { move: { x: 5, y: 30 } },
        {
          curve: [
            { x: 6, y: 90 },
            { x: 7, y: 30 },
            { x: 8, y: 30 },
          ],
        },
        "close",
      ],
      paint: {},
    },
    {
      type: "text",
      content: "受け付ける",
      at: { x: 100, y: 40 },
      size: 14,
      weight: "bold",
      colour: "#000000",
    },
  ],
};

test("the box holds shapes, bends and letters, and a little more for strokes", () => {
  expect(extentOf(part)).toEqual({ x: 1, y: 16, w: 173, h: 78 });
});

test("a part without anything lies nowhere", () => {
  expect(extentOf({ type: "group", items: [] })).toBeUndefined();
});

test("what moved lies as much further in every point, and nothing else of it changes", () => {
  const moved = shifted(part, { x: 184, y: -6 });
  expect(extentOf(moved)).toEqual({ x: 185, y: 10, w: 173, h: 78 });
  expect(shifted(moved, { x: -184, y: 6 })).toEqual(part);
  expect(shifted(part, { x: 0, y: 0 })).toBe(part);
});
