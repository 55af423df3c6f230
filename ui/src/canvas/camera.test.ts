/** The arithmetic of looking. */
import { expect, test } from "vitest";
import type { Camera } from "../app";
import * as camera from "./camera";

const screen = { w: 800, h: 600 };
const start: Camera = { at: { x: 100, y: 50 }, scale: 0.8 };

test("what is under the pointer stays there while zooming", () => {
  const pivot = { x: 321, y: 123 };
  const before = camera.toPicture(start, pivot);
  const after = camera.toPicture(camera.zoomed(start, 1.7, pivot), pivot);
  expect(after.x).toBeCloseTo(before.x);
  expect(after.y).toBeCloseTo(before.y);
});

test("the paper follows the hand", () => {
  const point = { x: 500, y: 400 };
  const before = camera.toScreen(start, point);
  const after = camera.toScreen(camera.panned(start, { x: 30, y: -12 }), point);
  expect(after.x - before.x).toBeCloseTo(30);
  expect(after.y - before.y).toBeCloseTo(-12);
});

test("zooming ends at its limits", () => {
  expect(camera.zoomed(start, 1000, { x: 0, y: 0 }).scale).toBe(camera.LARGEST);
  expect(camera.zoomed(start, 0.0001, { x: 0, y: 0 }).scale).toBe(camera.SMALLEST);
});

test("steps pass through 100 %", () => {
  const next = camera.stepped({ ...start, scale: 0.9 }, 1, screen);
  expect(next.scale).toBeCloseTo(1);
  expect(camera.stepped(next, 1, screen).scale).toBeCloseTo(1.25);
  expect(camera.stepped({ ...start, scale: 1.1 }, -1, screen).scale).toBeCloseTo(1);
});

test("a fitted picture is wholly in sight and never blown up", () => {
  const frame = { x: -24, y: -88, w: 5450, h: 1428 };
  const whole = camera.fitted(frame, screen);
  const corner = camera.toScreen(whole, { x: frame.x, y: frame.y });
  const end = camera.toScreen(whole, { x: frame.x + frame.w, y: frame.y + frame.h });
  expect(corner.x).toBeGreaterThanOrEqual(0);
  expect(corner.y).toBeGreaterThanOrEqual(0);
  expect(end.x).toBeLessThanOrEqual(screen.w);
  expect(end.y).toBeLessThanOrEqual(screen.h);
  expect(camera.fitted({ x: 0, y: 0, w: 10, h: 10 }, screen).scale).toBe(1);
});

test("a large picture opens at its beginning, readable", () => {
  const opened = camera.opening({ x: -24, y: -88, w: 5450, h: 1428 }, screen);
  expect(opened.scale).toBeGreaterThanOrEqual(0.6);
  expect(opened.at).toEqual({ x: -24, y: -88 });
});

test("revealing moves no more than it must", () => {
  const seen = { x: 200, y: 100, w: 150, h: 64 };
  expect(camera.revealing(start, seen, screen)).toEqual(start);
  const right = { x: 2000, y: 100, w: 150, h: 64 };
  const moved = camera.revealing(start, right, screen);
  expect(moved.at.y).toBe(start.at.y);
  const end = camera.toScreen(moved, { x: 2150, y: 164 });
  expect(end.x).toBeLessThan(screen.w);
  expect(end.x).toBeGreaterThan(screen.w - 40);
});

test("the picture cannot be lost", () => {
  const frame = { x: 0, y: 0, w: 1000, h: 500 };
  const lost = camera.clamped({ at: { x: 99999, y: -99999 }, scale: 1 }, frame, screen);
  const end = camera.toScreen(lost, { x: 1000, y: 0 });
  expect(end.x).toBeGreaterThan(0);
  expect(end.y).toBeLessThan(screen.h);
});

test("a box around several holds them all", () => {
  const box = camera.around([
    { x: 0, y: 0, w: 10, h: 10 },
    { x: 50, y: -5, w: 5, h: 40 },
  ]);
  expect(box).toEqual({ x: 0, y: -5, w: 55, h: 40 });
  expect(camera.around([])).toBeUndefined();
});

test("what is held at the edge pulls the paper along, and nothing does in the middle", () => {
  expect(camera.pulled({ x: 400, y: 300 }, screen)).toEqual({ x: 0, y: 0 });
  expect(camera.pulled({ x: 795, y: 300 }, screen).x).toBeLessThan(0);
  expect(camera.pulled({ x: -50, y: 2 }, screen).x).toBe(14);
});

test("what has left the screen on any side is out of sight", () => {
  const screen = { w: 100, h: 100 };
  const here = { at: { x: 50, y: 50 }, scale: 2 };
  const box = (x: number, y: number) => [{ x, y, w: 10, h: 10 }];
  expect(camera.isInSight(here, box(60, 60), screen)).toBe(true);
  expect(camera.isInSight(here, box(41, 60), screen)).toBe(true);
  expect(camera.isInSight(here, box(40, 60), screen)).toBe(false);
  expect(camera.isInSight(here, box(60, 100), screen)).toBe(false);
  expect(camera.isInSight(here, [], screen)).toBe(false);
});

test("what one works at stays in its place where an edit would push it out of sight", () => {
  const near = { at: { x: 0, y: 0 }, scale: 1 };
  const extent = { w: 800, h: 600 };
  const before = { x: 300, y: 200, w: 150, h: 64 };
  const pushed = { ...before, x: 1300 };
  expect(camera.keeping(near, before, pushed, extent).at).toEqual({ x: 1000, y: 0 });
  expect(camera.keeping(near, before, { ...before, x: 484 }, extent)).toBe(near);
  expect(camera.keeping(near, { ...before, x: 2000 }, pushed, extent)).toBe(near);
});

test("what would lie under the map comes out above it, and what does not stays", () => {
  const corner = { x: 560, y: 500, w: 240, h: 100 };
  const plain: Camera = { at: { x: 0, y: 0 }, scale: 1 };
  const under = { x: 600, y: 510, w: 100, h: 60 };
  const moved = camera.clearOf(plain, under, corner);
  expect(camera.toScreen(moved, { x: 600, y: 570 }).y).toBeLessThan(500);
  expect(camera.clearOf(plain, { ...under, y: 300 }, corner)).toBe(plain);
  expect(camera.clearOf(plain, under, undefined)).toBe(plain);
});

test("what is too high to stand above the map stays where it is", () => {
  const corner = { x: 560, y: 500, w: 240, h: 100 };
  const plain: Camera = { at: { x: 0, y: 0 }, scale: 1 };
  expect(camera.clearOf(plain, { x: 600, y: 0, w: 100, h: 600 }, corner)).toBe(plain);
});

test("on a lower, wider screen what was in the middle stays there", () => {
  const frame = { x: 0, y: 0, w: 4000, h: 3000 };
  const from = { at: { x: 1000, y: 1000 }, scale: 1 };
  const after = { w: 1000, h: 300 };
  const next = camera.resettled(from, { before: screen, screen: after }, frame, undefined);
  expect(next).toEqual({ at: { x: 900, y: 1150 }, scale: 1 });
});

test("on a wider screen no ground shows where there is picture", () => {
  const frame = { x: 0, y: 0, w: 4000, h: 3000 };
  const from = { at: { x: 0, y: 0 }, scale: 1 };
  const after = { w: 1000, h: 600 };
  const next = camera.resettled(from, { before: screen, screen: after }, frame, undefined);
  expect(next.at).toEqual({ x: 0, y: 0 });
});

test("what is chosen stays in sight on another screen; beside a new line nothing moves", () => {
  const frame = { x: 0, y: 0, w: 4000, h: 3000 };
  const from = { at: { x: 0, y: 0 }, scale: 1 };
  const chosen = { x: 600, y: 500, w: 150, h: 64 };
  const low = { w: 1000, h: 300 };
  const next = camera.resettled(from, { before: screen, screen: low }, frame, chosen);
  expect(camera.holds(next, chosen, low)).toBe(true);
  const less = { ...screen, h: screen.h - 32 };
  expect(camera.resettled(from, { before: screen, screen: less }, frame, undefined)).toBe(from);
});

test("a sliver of a picture is little of what could be seen", () => {
  const areas = [{ x: 0, y: 0, w: 1000, h: 300 }];
  const at = (x: number) => camera.shareInSight({ at: { x, y: 0 }, scale: 1 }, areas, screen);
  expect(at(0)).toBe(1);
  expect(at(900)).toBeLessThan(0.2);
  expect(camera.shareInSight(start, [], screen)).toBe(0);
});
