/** The legend in pieces. */
import { expect, test } from "vitest";
import type { Item, Painting } from "../../contract";
import { entriesOf } from "./entries";

const word = (content: string, x: number): Item => ({
  type: "text",
  content,
  at: { x, y: 14 },
  size: 12,
  weight: "regular",
  colour: "#1a1a1c",
});
const sign = (x: number): Item => ({
  type: "rect",
  area: { x, y: 0, w: 20, h: 20 },
  radius: 2,
  paint: { fill: "#ffe6a1" },
});

test("each piece holds a sign and its word and reaches to the next", () => {
  const items = [sign(0), word("紙", 32), sign(68), word("3", 73), word("職員の声", 100)];
  const painting: Painting = {
    frame: { x: -12, y: 0, w: 184, h: 20 },
    title: "",
    order: ["#0"],
    items: { "#0": { type: "group", items } },
    areas: {},
  };
  const entries = entriesOf(painting).map(({ word, x, w, items }) => [word, x, w, items.length]);
  expect(entries).toEqual([
    ["紙", 0, 68, 2],
    ["職員の声", 68, 104, 3],
  ]);
});
