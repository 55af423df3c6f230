/** Views that carry only what changed. */
import { expect, test } from "vitest";
import type { Analysed, Item, SentPainting, SentView, View } from "../contract";
import { partOf } from "../painting";
import { exampleApp, exampleView } from "../tools/example-view";
import { afterAnalysis, afterView, mergeView } from "./merge";

const group = (id: string): Item => ({ type: "group", id, items: [] });

function whole(): View {
  const view = exampleView();
  const items = { "step/10": group("step/10"), "step/11": group("step/11") };
  return { ...view, painting: { ...view.painting, order: ["step/10", "step/11"], items } };
}

function delta(change: Partial<SentView>): SentView {
  return { ...whole(), whole: false, records: {}, painting: sent({}), serial: 2, ...change };
}

function sent(change: Partial<SentPainting>): SentPainting {
  const { frame, title } = whole().painting;
  return { frame, title, items: {}, areas: {}, ...change };
}

test("what is not sent again stays the same object", () => {
  const had = whole();
  const moved = group("step/11");
  const next = delta({
    painting: sent({ order: ["step/11", "step/10"], items: { "step/11": moved } }),
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
  const by = { x: 184, y: -6 };
  const next = delta({ painting: sent({ moved: [{ by, runs: [[0, 1]] }] }) });
  const { painting } = mergeView(before, next);
  const there = { x: 194, y: 14, w: 150, h: 64 };
  expect(painting.areas["step/10"]).toEqual(there);
  expect(painting.items["step/10"]).toBe(items["step/10"]);
  const drawn = { ...group("step/10"), items: [{ ...rect, area: there }] };
  expect(partOf(painting, "step/10")).toEqual(drawn);
  expect(painting.moved).toEqual(new Map([["step/10", by]]));
  // And back again.
  const back = delta({ painting: sent({ moved: [{ by: { x: -184, y: 6 }, runs: [[0, 1]] }] }) });
  const after = mergeView({ ...before, painting }, back).painting;
  expect(partOf(after, "step/10")).toBe(items["step/10"]);
  expect(after.areas["step/10"]).toEqual(area);
});

test("a part that is the same but for its places has each of them moved", () => {
  const had = whole();
  const paint = { stroke: { colour: "#000000", width: 1 } };
  const drawn = (x: number): Item => ({
    type: "group",
    id: "edge/4",
    items: [
      { type: "rect", area: { x, y: 0, w: 5, h: x }, radius: 0, paint: {} },
      {
        type: "path",
        segments: [
          { move: { x, y: 1 } },
          { line: { x, y: 2 } },
          {
            curve: [
              { x, y: 3 },
              { x: 1, y: x },
              { x, y: 4 },
            ],
          },
          "close",
        ],
        paint,
      },
      {
        type: "text",
        content: "可",
        at: { x: 7, y: x },
        size: 12,
        weight: "bold",
        colour: "#000000",
      },
    ],
  });
  const before = { ...had.painting, order: ["edge/4"], items: { "edge/4": drawn(10) } };
  const runs: [number, number, number][] = [
    [1, 8, 0],
    [1, 0, 8],
    [3, 8, 0],
    [1, 0, 8],
    [1, 8, 0],
    [1, 0, 8],
  ];
  const next = delta({ painting: sent({ reshaped: { "edge/4": runs } }) });
  const { painting } = mergeView({ ...had, painting: before }, next);
  expect(partOf(painting, "edge/4")).toEqual(drawn(18));
});

test("what came lies where it was said to, what went is gone, the rest keeps its order", () => {
  const had = whole();
  const items = { "step/7": group("step/7"), "step/8": group("step/8"), "step/9": group("step/9") };
  const placed = [
    { key: "step/7" },
    { key: "step/8", over: "step/7" },
    { key: "step/9", over: "step/11" },
  ];
  const came = mergeView(had, delta({ painting: sent({ items, placed }) })).painting;
  expect(came.order).toEqual(["step/7", "step/8", "step/10", "step/11", "step/9"]);
  const left = delta({ painting: sent({ dropped: ["step/10", "step/7"] }) });
  const { painting } = mergeView({ ...had, painting: came }, left);
  expect(painting.order).toEqual(["step/8", "step/11", "step/9"]);
  expect(Object.keys(painting.items).sort()).toEqual(["step/11", "step/8", "step/9"]);
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
  const had = whole();
  const painting = sent({ order: ["step/11"], items: { "step/11": group("step/11") } });
  const { records, painting: now } = mergeView(had, delta({ whole: true, records: {}, painting }));
  expect(records).toEqual({});
  expect(now).toMatchObject({ order: ["step/11"], items: painting.items, areas: {} });
});

test("what is gone is no longer chosen, and nothing is in another flow", () => {
  const app = exampleApp({ view: whole(), selection: ["step/10", "step/13"] });
  expect(afterView(app, delta({ gone: ["step/13"] })).selection).toEqual(["step/10"]);
  expect(afterView(app, delta({ flow: "flow/9", whole: true })).selection).toEqual([]);
  expect(afterView(app, delta({})).selection).toBe(app.selection);
});

function analysed(change: Partial<Analysed>): Analysed {
  const flag = { "step/10": group("step/10") };
  return {
    revision: 1,
    flow: "flow/2",
    analysis: {} as Analysed["analysis"],
    keys: {},
    painting: sent({ items: flag }),
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
