/** What covers the corner of the picture. */
import { expect, test } from "vitest";
import { movedCorner } from "./corner";

test("the map stays as far from the lower right on another screen", () => {
  const map = { x: 398, y: 509, w: 230, h: 114 };
  const before = { w: 640, h: 635 };
  expect(movedCorner(map, before, { w: 932, h: 300 })).toEqual({ x: 690, y: 174, w: 230, h: 114 });
  expect(movedCorner(undefined, before, before)).toBeUndefined();
});
