/** Which parts glide after an edit, and from how far. */
import { expect, test, vi } from "vitest";
import type { Item, Painting, Point } from "../contract";
import { GLIDE, glide, gliding } from "./glide";
import type { Painter } from "./painter";

function painting(keys: readonly string[], moved?: Record<string, Point>): Painting {
  const group = (id: string): Item => ({ type: "group", id, items: [] });
  return {
    frame: { x: 0, y: 0, w: 10, h: 10 },
    title: "",
    order: [...keys],
    items: Object.fromEntries(keys.map((key) => [key, group(key)])),
    areas: {},
    ...(moved ? { moved: new Map(Object.entries(moved)) } : {}),
  };
}

const still = { x: 0, y: 0 };
const everywhere = () => true;

test("what moved comes from where it was, what is new fades in, the rest does not stir", () => {
  const before = painting(["step/1", "step/2"]);
  const after = painting(["step/1", "step/2", "step/3"], { "step/2": { x: 184, y: 0 } });
  const { moves, fresh } = gliding(before, after, still, everywhere);
  expect([...moves]).toEqual([["step/2", { x: -184, y: 0 }]]);
  expect(fresh).toEqual(["step/3"]);
});

test("an arrow that runs another way fades in, one that only moved glides", () => {
  const before = painting(["edge/1", "edge/2"]);
  const made = painting(["edge/1", "edge/2"], { "edge/2": { x: 184, y: 0 } });
  const { moves, fresh } = gliding(before, made, still, everywhere);
  expect(fresh).toEqual(["edge/1"]);
  expect([...moves.keys()]).toEqual(["edge/2"]);
});

test("where the paper moved along, what stayed on the screen does not glide", () => {
  const before = painting(["step/1", "step/2"]);
  const after = painting(["step/1", "step/2"], { "step/2": { x: 900, y: 0 } });
  const { moves } = gliding(before, after, { x: 900, y: 0 }, everywhere);
  expect([...moves]).toEqual([["step/1", { x: 900, y: 0 }]]);
});

test("what is not in the document does not glide", () => {
  const moved = { "step/1": { x: 5, y: 0 }, "step/2": { x: 5, y: 0 } };
  const keys = ["step/1", "step/2"];
  const seen = gliding(painting(keys), painting(keys, moved), still, (key) => key === "step/2");
  expect([...seen.moves.keys()]).toEqual(["step/2"]);
});

test("of more parts than an eye can follow none glides", () => {
  const keys = Array.from({ length: 301 }, (_, n) => `step/${n}`);
  const moved = Object.fromEntries(keys.map((key) => [key, { x: 184, y: 0 }]));
  const { moves, fresh } = gliding(painting(keys), painting(keys, moved), still, everywhere);
  expect(moves.size + fresh.length).toBe(0);
});

test("a part glides beside its own place, which is its transform", () => {
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  const animate = vi.fn(() => ({ cancel: () => undefined }));
  const painter = { nodeOf: () => ({ animate }) } as unknown as Painter;
  glide({ moves: new Map([["step/1", { x: -184, y: 6 }]]), fresh: [] }, painter);
  const frames = [{ translate: "-184px 6px" }, { translate: "0px 0px" }];
  expect(animate).toHaveBeenCalledWith(frames, expect.objectContaining({ duration: GLIDE }));
  vi.unstubAllGlobals();
});

test("nothing glides for longer than a fifth of a second", () => {
  expect(GLIDE).toBeLessThanOrEqual(200);
});
