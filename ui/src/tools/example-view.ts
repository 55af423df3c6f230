/** A small flow for tests: three steps in two lanes, drawn as far as tools ask. */
import type { App } from "../app";
import type { Command, EdgeFields, ModelRecord, Point, View } from "../contract";
import { EMPTY } from "../store";
import type { Make, ToolEvent, Under } from "./tool";

const step = (rank: number, name: string, lane: number): ModelRecord => ({
  step: { flow: 2, rank, name, lane },
});
const edge = (from: string, to: string): ModelRecord => ({
  edge: { flow: 2, from, to, split: "sequence" } satisfies EdgeFields,
});

/** step/10 → step/11 in lane/3, → step/12 in lane/4; step/13 stands alone in lane/4. */
export function exampleView(more: Record<string, ModelRecord> = {}): View {
  return {
    serial: 1,
    whole: true,
    revision: 1,
    project: { name: "例", path: "/kaizu/例.kaizu", draft: true, read_only: false },
    processes: [{ id: "process/1", name: "例", illustrative: true }],
    process: "process/1",
    flows: [{ id: "flow/2", name: "現状", variant: "as_is" }],
    flow: "flow/2",
    records: {
      "lane/3": { lane: { flow: 2, rank: 1, name: "窓口", kind: "staff" } },
      "lane/4": { lane: { flow: 2, rank: 2, name: "審査", kind: "staff" } },
      "step/10": step(1, "受け付ける", 3),
      "step/11": step(2, "入力する", 3),
      "step/12": step(3, "確かめる", 4),
      "step/13": step(4, "綴じる", 4),
      "edge/20": edge("step/10", "step/11"),
      "edge/21": edge("step/11", "step/12"),
      ...more,
    },
    gone: [],
    heat: "hidden",
    painting: {
      frame: { x: 0, y: 0, w: 1000, h: 400 },
      title: "例",
      order: [],
      items: {},
      areas: {
        "lane/3": { x: 0, y: 0, w: 1000, h: 200 },
        "lane/4": { x: 0, y: 200, w: 1000, h: 200 },
        "step/10": { x: 100, y: 60, w: 150, h: 64 },
        "step/11": { x: 300, y: 60, w: 150, h: 64 },
        "step/12": { x: 500, y: 260, w: 150, h: 64 },
        "step/13": { x: 800, y: 260, w: 150, h: 64 },
      },
    },
    next: 50,
    losses: [],
  };
}

export function exampleApp(change: Partial<App> = {}): App {
  return { ...EMPTY, screen: "project", view: exampleView(), ...change };
}

/** The pointer at `at`, with the screen at 100 %. */
export function pointer(
  type: "press" | "move" | "release" | "double",
  at: Point,
  under: Under = {},
  isAdding = false,
): ToolEvent {
  return { type, at, screen: at, under, isAdding };
}

/** The command that `make` gives where 50 is the first free id. */
export function commanded(make: Make | undefined): Command | undefined {
  let next = 50;
  return make?.(() => next++);
}
