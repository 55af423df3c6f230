/** What is in the document while the paper moves, and when it rests. */
import { expect, test } from "vitest";
import { following, resting } from "./sight";

const screen = { w: 800, h: 600 };
const at = (x: number, scale = 1) => ({ at: { x, y: 0 }, scale });

test("what is seen is there, and half a screen on every side", () => {
  const sight = following(undefined, at(0), screen);
  expect(sight).toEqual({ region: { x: -400, y: -300, w: 1600, h: 1200 }, detail: "all" });
});

test("nothing changes for as long as the margin lasts", () => {
  const sight = following(undefined, at(0), screen);
  expect(following(sight, at(390), screen)).toBe(sight);
  expect(following(sight, at(410), screen).region.x).toBe(10);
});

test("zooming out leaves letters out at once, zooming in brings them when the hand rests", () => {
  const near = following(undefined, at(0), screen);
  const far = following(near, at(0, 0.2), screen);
  expect(far.detail).toBe("shapes");
  const back = following(far, at(0), screen);
  expect(back.detail).toBe("shapes");
  expect(resting(back, at(0), screen).detail).toBe("all");
});

test("what was there for the overview goes when the hand rests near one place", () => {
  const far = following(undefined, at(0, 0.2), screen);
  const near = resting({ ...far, detail: "all" }, at(0), screen);
  expect(near.region.w).toBe(1600);
  expect(resting(near, at(100), screen)).toBe(near);
});
