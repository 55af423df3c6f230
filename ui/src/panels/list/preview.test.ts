/** The picture that would come of a list. */
import { expect, test } from "vitest";
import { beginning } from "./preview";

const frame = { x: -20, y: -20, w: 4000, h: 600 };
const step = (x: number, y: number) => ({ x, y, w: 150, h: 64 });

test("one looks at the new steps first", () => {
  const areas = { "step/1": step(100, 40), "step/2": step(2000, 400), "step/3": step(2200, 300) };
  const { x, y } = beginning({ frame, areas }, { "step/1": step(100, 40) });
  expect(x).toBeGreaterThan(1500);
  expect(x).toBeLessThan(2000);
  expect(y).toBeLessThan(320);
});

test("a process that is begun is looked at from its beginning", () => {
  const areas = { "step/1": step(100, 40), "lane/2": { x: 0, y: 0, w: 4000, h: 200 } };
  expect(beginning({ frame, areas }, {})).toEqual({ x: 0, y: 0 });
});
