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

const EMPTY = { title: "", order: [], items: {}, areas: {} };
const PAINTINGS: { above: Painting; below: Painting } = {
  above: { ...EMPTY, frame: FRAMES.above },
  below: { ...EMPTY, frame: FRAMES.below },
};

test("both open at one scale, each from its own beginning", () => {
  const { above, below } = opened(PAINTINGS, SCREEN);
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

test("the whole stands in the middle of both panes, the pictures one below the other", () => {
  const frames = {
    above: { x: 0, y: 0, w: 1300, h: 560 },
    below: { x: 10, y: 0, w: 1200, h: 400 },
  };
  const { above, below } = whole(frames, SCREEN);
  const left = toScreen(above, frames.above).x;
  const right = SCREEN.w - toScreen(above, { x: 1300, y: 0 }).x;
  expect(left).toBeCloseTo(right);
  expect(toScreen(below, frames.below).x).toBeCloseTo(left);
  const top = toScreen(below, frames.below).y;
  expect(top).toBeCloseTo(SCREEN.h - toScreen(below, { x: 0, y: 400 }).y);
});

test("a comparison opens whole in height where it can then be read", () => {
  const frame = { x: 0, y: 0, w: 4000, h: 560 };
  const paintings = { above: { ...EMPTY, frame }, below: { ...EMPTY, frame } };
  const { above } = opened(paintings, SCREEN);
  expect(above.scale).toBeGreaterThanOrEqual(0.5);
  expect(frame.h * above.scale).toBeLessThanOrEqual(SCREEN.h);
  expect(above.at.x).toBe(0);
});

test("it opens where the first changed step is in sight, also beside a picture without it", () => {
  const step = { x: 4000, y: 700, w: 150, h: 64 };
  const paintings = {
    above: { ...EMPTY, frame: FRAMES.above, areas: { "step/1": step } },
    below: { ...EMPTY, frame: { ...FRAMES.above, y: -20 } },
  };
  const { above, below } = opened(paintings, SCREEN, ["step/1"]);
  const at = toScreen(above, step);
  expect(at.x).toBeGreaterThan(0);
  expect(at.x + step.w * above.scale).toBeLessThanOrEqual(SCREEN.w);
  expect(at.y).toBeGreaterThan(0);
  expect(at.y + step.h * above.scale).toBeLessThanOrEqual(SCREEN.h);
  expect(below.at.x).toBeCloseTo(above.at.x);
});

test("a hand that moves one moves the other as far", () => {
  const before = opened(PAINTINGS, SCREEN);
  const after = moved(before, { x: -130, y: 0 }, FRAMES, SCREEN);
  const way = (of: "above" | "below") => after[of].at.x - before[of].at.x;
  expect(way("above")).toBeCloseTo(way("below"));
  expect(way("above")).toBeGreaterThan(0);
});

test("magnifying keeps one scale", () => {
  const after = magnified(opened(PAINTINGS, SCREEN), 1.3, { x: 0, y: 0 }, FRAMES, SCREEN);
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
  const before = opened(PAINTINGS, SCREEN);
  const after = revealed(before, ["step/1"], paintings, SCREEN);
  expect(after.below.at.x).toBe(before.below.at.x);
  const left = toScreen(after.above, { x: 5000, y: 20 }).x;
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(SCREEN.w - 150 * after.above.scale);
  expect(after.above.scale).toBe(after.below.scale);
});
