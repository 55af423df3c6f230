/** What is seen of queues, work and tokens over a picture. @vitest-environment happy-dom */
import { expect, test } from "vitest";
import type { Painting, ReplayTrace } from "../../contract";
import { createFlowPainter, type Frame } from "./flow-painter";
import { reelOf } from "./reel";
import { standing, type Token } from "./state";

const TRACE: ReplayTrace = {
  at: [],
  what: [],
  case: [],
  record: [],
  records: ["step/1", "edge/1", "step/9"],
  names: ["receive", "", "gone"],
  ends: { "edge/1": ["step/1", "event/1"] },
  is_cut: false,
  openings: [[0, 1000]],
};

const PAINTING = {
  frame: { x: 0, y: 0, w: 400, h: 200 },
  title: "",
  order: ["edge/1"],
  items: {
    "edge/1": {
      type: "group",
      id: "edge/1",
      items: [
        {
          type: "path",
          segments: [{ move: { x: 250, y: 80 } }, { line: { x: 350, y: 80 } }],
          paint: { stroke: { colour: "#3b3b3e", width: 1.25 } },
        },
      ],
    },
  },
  areas: { "step/1": { x: 100, y: 400, w: 150, h: 64 } },
} as unknown as Painting;

function shown(
  waiting: number,
  working: number,
  { tokens = [], ...how }: Partial<Pick<Frame, "isStill" | "scale">> & { tokens?: Token[] } = {},
) {
  const root = document.createElementNS("http://www.w3.org/2000/svg", "g");
  const reel = reelOf(TRACE);
  const now = standing(reel);
  const painter = createFlowPainter(root, PAINTING, reel);
  const show = (one: number, other: number, on: readonly Token[] = tokens) => {
    now.waiting[0] = one;
    now.working[0] = other;
    painter.show({ standing: now, tokens: on, scale: 1, isStill: false, ...how });
  };
  show(waiting, working);
  const one = (name: string) => root.querySelector(`.${name}`);
  const bar = () => {
    const it = one("replay-bar");
    return it?.getAttribute("display") === "none" ? undefined : Number(it?.getAttribute("height"));
  };
  return {
    show,
    bar,
    text: (name: string) => one(name)?.textContent,
    dots: () => (one("replay-dots")?.getAttribute("d") ?? "").split("M").length - 1,
    tokens: () => [...root.querySelectorAll(".replay-token:not([display])")],
  };
}

test("up to ten wait as dots, more as a bar, and always with their number", () => {
  const { dots, bar, text, show } = shown(7, 0);
  expect([dots(), bar(), text("replay-count")]).toEqual([7, undefined, "7"]);
  show(10, 0);
  expect([dots(), bar()]).toEqual([10, undefined]);
  show(11, 0);
  expect([dots(), text("replay-count")]).toEqual([0, "11"]);
  const low = bar() ?? 0;
  show(400, 0);
  expect(bar()).toBeGreaterThan(low);
  show(0, 0);
  expect([dots(), bar(), text("replay-count")]).toEqual([0, undefined, ""]);
});

test("where nothing may move a queue is a bar from the first on", () => {
  const { dots, bar, text } = shown(3, 0, { isStill: true });
  expect([dots(), text("replay-count")]).toEqual([0, "3"]);
  expect(bar()).toBeGreaterThan(0);
});

test("those who are worked on are counted at the step", () => {
  const { text, show } = shown(0, 4);
  expect(text("replay-busy")).toBe("4");
  show(0, 0);
  expect(text("replay-busy")).toBe("");
});

test("a token lies on its arrow, larger where it stands for many", () => {
  const token = { record: 1, along: 0.25, count: 1 };
  const { tokens, show } = shown(0, 0, { tokens: [token, { ...token, count: 30 }] });
  const [one, many] = tokens();
  expect([one?.getAttribute("cx"), one?.getAttribute("cy")]).toEqual(["275.0", "80.0"]);
  expect(Number(many?.getAttribute("r"))).toBeGreaterThan(Number(one?.getAttribute("r")));
  show(0, 0, [token]);
  expect(tokens()).toHaveLength(1);
});

test("a queue stays on the paper, however long it is", () => {
  expect(shown(1_000_000, 0).bar()).toBeLessThan(400);
});

test("so many tokens as there is room for are told apart", () => {
  const root = document.createElementNS("http://www.w3.org/2000/svg", "g");
  const painter = createFlowPainter(root, PAINTING, reelOf(TRACE));
  expect(painter.room(1, 1)).toBe(8);
  expect(painter.room(1, 0.1)).toBeLessThan(8);
  expect(painter.room(0, 1)).toBe(1);
});

test("from a little further away everything is as large on the screen", () => {
  // Half as large is twice as many pixels of the picture.
  expect(shown(11, 0, { scale: 0.5 }).bar()).toBeCloseTo(2 * (shown(11, 0).bar() ?? 0), 0);
});
