/** Going through what was found. */
import { expect, test, vi } from "vitest";
import type { Act } from "../../app";
import type { Hit } from "../../contract";
import { exampleApp, exampleView } from "../../tools/example-view";
import { goOn, nearest, partsAt, placesIn, seenAt } from "./hits";

const hit = (id: string, ...parts: Hit["found"][number]["part"][]): Hit => ({
  id,
  found: parts.map((part) => ({ part, text: "申請書", n: 2, is_shared: false })),
});
const hits = [
  hit("step/10", "note", "name"),
  hit("step/12", "voice"),
  hit("complaint/30", "voice"),
];
const search = (at: number) => ({
  text: "申請書",
  isReplacing: false,
  at,
  found: { hits, places: { name: 2, voice: 2 } },
});

function moved(at: number, by: 1 | -1) {
  const act = { search: vi.fn(), select: vi.fn(), aim: vi.fn(), show: vi.fn() };
  goOn(exampleApp({ search: search(at) }), act as unknown as Act, by);
  return act;
}

test("behind the last hit comes the first, before the first the last", () => {
  expect(moved(2, 1).search).toHaveBeenCalledWith({ at: 0 });
  expect(moved(0, -1).search).toHaveBeenCalledWith({ at: 2 });
});

test("a hit is chosen and brought into sight, a voice on the whole flow is shown in its list", () => {
  const step = moved(0, 1);
  expect(step.select).toHaveBeenCalledWith(["step/12"]);
  expect(step.aim).toHaveBeenCalledWith({ ids: ["step/12"] });
  const voice = moved(1, 1);
  expect(voice.select).toHaveBeenCalledWith([]);
  expect(voice.show).toHaveBeenCalledWith({ panel: "complaints" });
});

test("one goes on from where one is", () => {
  expect(nearest(hits, ["step/12"])).toBe(1);
  expect(nearest(hits, ["step/99"])).toBe(0);
});

test("parts are told once, in one order", () => {
  expect(partsAt(hit("step/10", "note", "name", "note"))).toEqual(["name", "note"]);
});

test("only the chosen parts count, in the flow and at one hit", () => {
  const names = new Set(["name" as const]);
  expect(placesIn(search(0), names)).toBe(2);
  expect(placesIn(search(0), new Set(["name" as const, "note" as const]), hits[0])).toBe(4);
  expect(placesIn(search(0), names, hits[1])).toBe(0);
});

test("an arrow is seen where it begins", () => {
  const view = exampleView();
  const arrow = Object.keys(view.records).find((id) => id.startsWith("edge/")) ?? "";
  expect(seenAt(view, arrow)).toMatch(/^(step|event|gateway)\//);
  expect(seenAt(view, "step/10")).toBe("step/10");
});
