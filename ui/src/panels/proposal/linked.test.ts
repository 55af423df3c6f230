/** Two pictures move together. */
import { expect, test } from "vitest";
import { toScreen } from "../../canvas/camera";
import type { Painting } from "../../contract";
import { magnified, moved, opened, revealed, whole } from "./linked";

const SCREEN = { w: 900, h: 300 };
const FRAMES = {
  above: { x: 0, y: 0, w: 6000, h: 800 },
  below: { x: 0, y: -20, w: 3000, h: 500 },
};

test("both open at one scale, each from its own beginning", () => {
  const { above, below } = opened(FRAMES, SCREEN);
  expect(above.scale).toBe(below.scale);
  expect([above.at, below.at]).toEqual([
    { x: 0, y: 0 },
    { x: 0, y: -20 },
  ]);
});

test("the whole of the larger one gives the scale of both", () => {
  const { above, below } = whole(FRAMES, SCREEN);
  expect(above.scale).toBe(below.scale);
  expect(above.scale * FRAMES.above.w).toBeLessThanOrEqual(SCREEN.w);
});

test("a hand that moves one moves the other as far", () => {
  const before = opened(FRAMES, SCREEN);
  const after = moved(before, { x: -130, y: 0 }, FRAMES, SCREEN);
  const way = (of: "above" | "below") => after[of].at.x - before[of].at.x;
  expect(way("above")).toBeCloseTo(way("below"));
  expect(way("above")).toBeGreaterThan(0);
});

test("magnifying keeps one scale", () => {
  const after = magnified(opened(FRAMES, SCREEN), 1.3, { x: 0, y: 0 }, FRAMES, SCREEN);
  expect(after.above.scale).toBe(after.below.scale);
});

test("each shows its own of what is chosen, and what lies in sight stays", () => {
  const painting = (x: number, frame: Painting["frame"]): Painting => ({
    frame,
    title: "",
    order: [],
    items: {},
    areas: { "step/1": { x, y: 20, w: 150, h: 64 } },
  });
  const paintings = { above: painting(5000, FRAMES.above), below: painting(100, FRAMES.below) };
  const before = opened(FRAMES, SCREEN);
  const after = revealed(before, ["step/1"], paintings, SCREEN);
  expect(after.below.at.x).toBe(before.below.at.x);
  const left = toScreen(after.above, { x: 5000, y: 20 }).x;
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(SCREEN.w - 150 * after.above.scale);
  expect(after.above.scale).toBe(after.below.scale);
});
