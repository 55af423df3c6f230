/** What stands at the left of a picture that is seen from afar. */
import { expect, test } from "vitest";
import type { Item, Painting } from "../contract";
import { toScreen } from "./camera";
import { fittedWhole, withNames } from "./heads";

const screen = { w: 640, h: 600 };

/** A picture as wide as `w`, with one lane, whose head is 85 wide. */
function picture(w: number, name: string): Painting {
  const rect = (x: number, wide: number): Item => ({
    type: "rect",
    area: { x, y: 0, w: wide, h: 300 },
    radius: 0,
    paint: { fill: "#eef0f8" },
  });
  const lane: Item = { type: "group", id: "lane/1", title: name, items: [rect(0, w), rect(0, 85)] };
  const frame = { x: -24, y: -24, w: w + 48, h: 348 };
  const areas = { "lane/1": { x: 0, y: 0, w, h: 300 } };
  return { title: "", frame, items: { "lane/1": lane }, order: ["lane/1"], areas } as Painting;
}

test("from afar the names of the lanes have room beside the steps", () => {
  const painting = picture(2400, "情報システム課");
  const whole = fittedWhole(painting, screen);
  // Seven letters of twelve pixels, which end where the steps begin.
  expect(toScreen(whole, { x: 85, y: 0 }).x).toBeGreaterThanOrEqual(7 * 12);
  const end = toScreen(whole, { x: 2424, y: 324 });
  expect(end.x).toBeLessThanOrEqual(screen.w);
  expect(end.y).toBeLessThanOrEqual(screen.h - 40);
});

test("a picture that can be read whole has the heads it was drawn with", () => {
  const painting = picture(500, "情報システム課");
  expect(fittedWhole(painting, screen).scale).toBe(1);
  expect(withNames(painting, 1)).toEqual(painting.frame);
});

test("a name that no screen has room for takes no more than its share", () => {
  const painting = picture(2400, "市民生活部市民課住民記録担当窓口第一係");
  const { at, scale } = fittedWhole(painting, screen);
  expect((85 - at.x) * scale).toBeLessThan(160);
  expect(withNames(painting, scale).x).toBeLessThan(painting.frame.x);
});
