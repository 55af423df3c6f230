/** The bar stands near the step, in sight, and on nothing that could be read. */
import { expect, test } from "vitest";
import type { Camera } from "../app";
import type { Painting, Rect } from "../contract";
import { barIn, barPlace } from "./bar-place";

const SCREEN = { w: 1000, h: 600 };
const PLAIN = { at: { x: 0, y: 0 }, scale: 1 };
const BAR = barIn("ja");

function through(camera: Camera) {
  return { camera, extent: SCREEN, bar: BAR };
}

/** A picture of boxes. */
function painting(areas: Record<string, Rect>): Painting {
  const items = Object.fromEntries(
    Object.entries(areas).map(([id, area]) => [
      id,
      {
        type: "group" as const,
        id,
        items: [{ type: "rect" as const, area, radius: 0, paint: {} }],
      },
    ]),
  );
  return { frame: { x: 0, y: 0, ...SCREEN }, title: "", order: Object.keys(items), items, areas };
}

const STEP = { x: 400, y: 300, w: 150, h: 64 };

test("it stands below its step, about the middle", () => {
  expect(barPlace(painting({ "step/1": STEP }), "step/1", through(PLAIN))).toEqual({
    x: 475 - BAR.w / 2,
    y: 376,
    ...BAR,
  });
});

test("where another step lies below, it stands above, and where one lies there as well, nowhere", () => {
  const below = { ...STEP, y: 390 };
  const above = { ...STEP, y: 210 };
  const one = painting({ "step/1": STEP, "step/2": below });
  expect(barPlace(one, "step/1", through(PLAIN))?.y).toBe(300 - 12 - BAR.h);
  const both = painting({ "step/1": STEP, "step/2": below, "step/3": above });
  expect(barPlace(both, "step/1", through(PLAIN))).toBeUndefined();
});

test("it stays in sight, and is as large on the screen at any scale", () => {
  const near = { at: { x: 390, y: 100 }, scale: 1 };
  expect(barPlace(painting({ "step/1": STEP }), "step/1", through(near))?.x).toBe(400);
  const far = { at: { x: 0, y: 0 }, scale: 2 };
  expect(
    barPlace(painting({ "step/1": { ...STEP, x: 100, y: 100 } }), "step/1", through(far))?.w,
  ).toBe(BAR.w / 2);
});

test("it does not stand under the map in the corner", () => {
  const corner = { x: 500, y: 370, w: 500, h: 230 };
  const place = barPlace(painting({ "step/1": STEP }), "step/1", { ...through(PLAIN), corner });
  expect(place?.y).toBe(300 - 12 - BAR.h);
});
