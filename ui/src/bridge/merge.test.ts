/** Views that carry only what changed. */
import { expect, test } from "vitest";
import type { Analysed, Item, View } from "../contract";
import { exampleApp, exampleView } from "../tools/example-view";
import { afterAnalysis, afterView, mergeView } from "./merge";

const group = (id: string): Item => ({ type: "group", id, items: [] });

function whole(): View {
  const view = exampleView();
  const items = { "step/10": group("step/10"), "step/11": group("step/11") };
  return { ...view, painting: { ...view.painting, order: ["step/10", "step/11"], items } };
}

function delta(change: Partial<View>): View {
  const painting = { ...whole().painting, items: {} };
  return { ...whole(), whole: false, records: {}, painting, serial: 2, ...change };
}

test("what is not sent again stays the same object", () => {
  const had = whole();
  const moved = group("step/11");
  const next = delta({
    painting: { ...had.painting, order: ["step/11", "step/10"], items: { "step/11": moved } },
  });
  const { painting } = mergeView(had, next);
  expect(painting.items["step/10"]).toBe(had.painting.items["step/10"]);
  expect(painting.items["step/11"]).toBe(moved);
  expect(painting.order).toEqual(["step/11", "step/10"]);
});

test("what moved is moved here, with its box", () => {
  const had = whole();
  const area = { x: 10, y: 20, w: 150, h: 64 };
  const rect: Item = { type: "rect", area, radius: 7, paint: {} };
  const items = {
    ...had.painting.items,
    "step/10": { ...group("step/10"), items: [rect] } as Item,
  };
  const before = { ...had, painting: { ...had.painting, items, areas: { "step/10": area } } };
  const moved = { "step/10": { x: 184, y: -6 } };
  const next = delta({ painting: { ...had.painting, items: {}, moved, areas: {} } });
  const { painting } = mergeView(before, next);
  const there = { x: 194, y: 14, w: 150, h: 64 };
  expect(painting.areas["step/10"]).toEqual(there);
  expect(painting.items["step/10"]).toEqual({
    ...group("step/10"),
    items: [{ ...rect, area: there }],
  });
  expect(painting.moved).toEqual(moved);
});

test("things within a part that went different ways are moved here as well", () => {
  const had = whole();
  const at = (x: number): Item => ({
    type: "rect",
    area: { x, y: 0, w: 5, h: 5 },
    radius: 0,
    paint: {},
  });
  const marks: Item = { type: "group", id: "edge/4", items: [at(10), at(50)] };
  const before = { ...had.painting, order: ["edge/4+marks"], items: { "edge/4+marks": marks } };
  const parted = {
    "edge/4+marks": [
      { x: 8, y: 0 },
      { x: 0, y: 0 },
    ],
  };
  const next = delta({ painting: { ...before, items: {}, parted } });
  const { painting } = mergeView({ ...had, painting: before }, next);
  expect(painting.items["edge/4+marks"]).toEqual({ ...marks, items: [at(18), at(50)] });
});

test("records that are gone leave, changed ones replace, the rest stays", () => {
  const had = whole();
  const renamed = { step: { flow: 2, rank: 1, name: "受け取る", lane: 3 } };
  const next = delta({ records: { "step/10": renamed }, gone: ["step/13"] });
  const { records } = mergeView(had, next);
  expect(records["step/10"]).toBe(renamed);
  expect(records["step/11"]).toBe(had.records["step/11"]);
  expect("step/13" in records).toBe(false);
});

test("a whole view forgets everything", () => {
  const next = delta({ whole: true, records: {} });
  expect(mergeView(whole(), next)).toBe(next);
});

test("what is gone is no longer chosen, and nothing is in another flow", () => {
  const app = exampleApp({ view: whole(), selection: ["step/10", "step/13"] });
  expect(afterView(app, delta({ gone: ["step/13"] })).selection).toEqual(["step/10"]);
  expect(afterView(app, delta({ flow: "flow/9", whole: true })).selection).toEqual([]);
  expect(afterView(app, delta({})).selection).toBe(app.selection);
});

function analysed(change: Partial<Analysed>): Analysed {
  const { painting } = delta({});
  const flag = { "step/10": group("step/10") };
  return {
    revision: 1,
    flow: "flow/2",
    analysis: {} as Analysed["analysis"],
    keys: {},
    painting: { ...painting, items: flag },
    whole: false,
    serial: 2,
    ...change,
  };
}

test("findings bring their flags into the picture", () => {
  const app = exampleApp({ view: whole() });
  const answer = analysed({});
  const { view, analysis } = afterAnalysis(app, answer);
  expect(analysis).toBe(answer);
  expect(view?.serial).toBe(2);
  expect(view?.painting.items["step/10"]).toBe(answer.painting.items["step/10"]);
  expect(view?.painting.items["step/11"]).toBe(app.view?.painting.items["step/11"]);
});

test("findings about an older revision or another flow are not taken", () => {
  const app = exampleApp({ view: whole() });
  expect(afterAnalysis(app, analysed({ revision: 0 }))).toEqual({});
  expect(afterAnalysis(app, analysed({ flow: "flow/9" }))).toEqual({});
});

test("findings that a newer view overtook leave its picture alone", () => {
  const app = exampleApp({ view: { ...whole(), serial: 7 } });
  const { view, analysis } = afterAnalysis(app, analysed({}));
  expect(view).toBeUndefined();
  expect(analysis).toBeDefined();
});
