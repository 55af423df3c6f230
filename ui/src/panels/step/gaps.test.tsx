/** What is asked anew where something else is looked at. @vitest-environment happy-dom */
import { act as acted, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { App } from "../../app";
import { noting } from "../../tools/example-act";
import { exampleApp, exampleView } from "../../tools/example-view";
import { useHits } from "../find/use-hits";
import { useCompared } from "../proposal/answers";
import { useGaps } from "./gaps";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** The same flow, of the same revision, in the file `path`. */
function at(path: string, change: Partial<App> = {}): App {
  const view = exampleView();
  const flows = [
    ...view.flows,
    { id: "flow/3", name: "改善案", variant: "to_be" as const, made_from: "flow/2" },
  ];
  return exampleApp({ view: { ...view, flows, project: { ...view.project, path } }, ...change });
}

const rests = () => acted(() => vi.advanceTimersByTimeAsync(1000));

test("what is known of one project is not said of another whose numbers are the same", async () => {
  const answers: Record<string, unknown> = { gaps: { revision: 1, parts: [], systems: [1] } };
  const { act } = noting(answers);
  const { result, rerender } = renderHook((app: App) => useGaps({ app, act }, []), {
    initialProps: at("/kaizu/a.kaizu"),
  });
  await rests();
  expect(result.current?.systems).toEqual([1]);
  answers.gaps = { revision: 1, parts: [], systems: [2] };
  rerender(at("/kaizu/b.kaizu"));
  expect(result.current).toBeUndefined();
  await rests();
  expect(result.current?.systems).toEqual([2]);
});

test("what is looked for is looked for in another project as well", async () => {
  const { act, asked } = noting();
  const search = { text: "係長", at: 0, isReplacing: false };
  const { rerender } = renderHook((app: App) => useHits(app, act), {
    initialProps: at("/kaizu/a.kaizu", { search }),
  });
  rerender(at("/kaizu/b.kaizu", { search }));
  await rests();
  expect(asked.filter(([, question]) => question === "find")).toHaveLength(2);
});

test("two flows of one project are not those of another that is called alike", async () => {
  const answers = { compare: { above: PAINTING, below: PAINTING }, proposal: { total: 1 } };
  const { act, asked } = noting(answers);
  const { result, rerender } = renderHook((app: App) => useCompared(app, act, true), {
    initialProps: at("/kaizu/a.kaizu"),
  });
  await rests();
  expect(result.current).toBeDefined();
  rerender(at("/kaizu/b.kaizu"));
  expect(result.current).toBeUndefined();
  await rests();
  expect(result.current).toBeDefined();
  expect(asked.filter(([, question]) => question === "compare")).toHaveLength(2);
});

const PAINTING = {
  ...exampleView().painting,
  whole: true,
  keys: [],
  moved: [],
  gone: [],
  areas: {},
};
