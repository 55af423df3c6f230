/** The first tour. @vitest-environment happy-dom */
import { expect, test } from "vitest";
import type { Act } from "../../app";
import { exampleApp } from "../../tools/example-view";
import { type Counts, countsOf, roomOf, spotOf, TOUR } from "./steps";

const before: Counts = { steps: 5, voices: 2, proposals: 0, panel: "step" };
const done = (id: string, now: Partial<Counts>) =>
  TOUR.find((step) => step.id === id)?.isDone?.({ ...before, ...now }, before);

test("each step is done by what it asks for, and by nothing else", () => {
  expect(done("write", { steps: 6 })).toBe(true);
  expect(done("write", { voices: 3 })).toBe(false);
  expect(done("undo", { steps: 4 })).toBe(true);
  expect(done("voice", { voices: 3 })).toBe(true);
  expect(done("finding", { panel: "findings" })).toBe(true);
  expect(done("proposal", { panel: "findings" })).toBe(false);
  expect(done("proposal", { proposals: 1 })).toBe(true);
});

test("a step is chosen before a voice is asked for, where none is", () => {
  const begin = TOUR.find((step) => step.id === "voice")?.begin;
  const begun = (selection: string[]) => {
    const chosen: (readonly string[])[] = [];
    const act = { select: (ids: readonly string[]) => chosen.push(ids) } as unknown as Act;
    begin?.(exampleApp({ selection }), act);
    return chosen;
  };
  expect(begun(["edge/20"])).toEqual([["step/10"]]);
  expect(begun(["step/12"])).toEqual([]);
});

test("what was done is seen in the project", () => {
  const { steps, voices } = countsOf(exampleApp({}));
  expect(steps).toBeGreaterThan(0);
  expect(voices).toBe(0);
});

test("the words stand beside the thing, and never leave the window", () => {
  const [size, room] = [
    { w: 300, h: 160 },
    { w: 1280, h: 800 },
  ];
  const writer = { left: 0, top: 640, right: 292, bottom: 764 };
  expect(spotOf(writer, "right", size, room)).toEqual({ left: 302, top: 604 });
  const right = { left: 932, top: 100, right: 1280, bottom: 764 };
  expect(spotOf(right, "left", size, room)).toEqual({ left: 622, top: 594 });
  const last = { left: 1200, top: 10, right: 1270, bottom: 50 };
  expect(spotOf(last, "below", size, room)).toEqual({ left: 970, top: 60 });
});

test("the words stand over no panel and no tool, unless all is one column", () => {
  const whole = { w: 1280, h: 800 };
  const panel = { left: 932, top: 100, right: 1280, bottom: 764 };
  const line = { left: 292, top: 723, right: 932, bottom: 764 };
  expect(roomOf(whole, 320, { panel, line })).toEqual({ w: 932, h: 723 });
  expect(roomOf(whole, 320, { panel: undefined, line: undefined })).toEqual(whole);
  const below = { left: 0, top: 900, right: 400, bottom: 1400 };
  expect(roomOf({ w: 400, h: 300 }, 320, { panel: below, line })).toEqual({ w: 400, h: 300 });
});
