/** The map of a large picture. */
import { expect, test } from "vitest";
import { fitted } from "./camera";
import { centred, fromMap, isLost, isOfUse, mapExtent, outlines, passed, strode } from "./map";

const screen = { w: 800, h: 500 };
const long = { x: 0, y: 0, w: 20_000, h: 600 };

test("a picture that can be read at once needs no map", () => {
  expect(isLost({ x: 0, y: 0, w: 1400, h: 600 }, screen)).toBe(false);
  expect(isLost(long, screen)).toBe(true);
  expect(isLost(long, { w: 0, h: 0 })).toBe(false);
});

test("where all of the picture is in sight the map says nothing", () => {
  const frame = { ...long, w: 8_000 };
  const whole = fitted(frame, screen);
  expect(isOfUse(frame, whole, screen)).toBe(false);
  expect(isOfUse(frame, { ...whole, scale: whole.scale * 2 }, screen)).toBe(true);
});

test("the map of a long picture is high enough for its lanes, that of a high one narrow", () => {
  expect(mapExtent(long)).toEqual({ w: 220, h: 32 });
  expect(mapExtent({ x: 0, y: 0, w: 1000, h: 2000 })).toEqual({ w: 42, h: 84 });
});

test("it shows nodes and lanes, and nothing else", () => {
  const box = { x: 1.4, y: 2, w: 10, h: 5 };
  const areas = { "step/1": box, "lane/2": { ...box, w: 100 }, "phase/3": box };
  expect(outlines({ areas })).toEqual({ nodes: "M1 2h10v5h-10z", lanes: "M1 2h100v5h-100z" });
});

test("where one presses comes into the middle of the screen", () => {
  const map = mapExtent(long);
  const point = fromMap(long, map, { x: 110, y: 16 });
  expect(point).toEqual({ x: 10_000, y: 300 });
  const camera = centred({ at: { x: 0, y: 0 }, scale: 2 }, point, screen);
  expect(camera).toEqual({ at: { x: 9800, y: 175 }, scale: 2 });
});

test("an arrow key goes on by a quarter of the screen", () => {
  const camera = { at: { x: 100, y: 50 }, scale: 0.5 };
  expect(strode(camera, "ArrowRight", screen)?.at).toEqual({ x: 500, y: 50 });
  expect(strode(camera, "ArrowUp", screen)?.at).toEqual({ x: 100, y: -200 });
  expect(strode(camera, "Enter", screen)).toBeUndefined();
});

test("how far one has come is told from end to end", () => {
  expect(passed({ x: 0, y: 0, w: 1000, h: 600 }, long)).toEqual({ across: 0, down: 0 });
  expect(passed({ x: 19_500, y: 0, w: 1000, h: 600 }, long)).toEqual({ across: 100, down: 0 });
  expect(passed({ x: 9500, y: 0, w: 1000, h: 300 }, long).across).toBe(50);
});
