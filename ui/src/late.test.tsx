/** What comes later than the picture, and what never does. @vitest-environment happy-dom */
import { renderHook } from "@testing-library/react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useLate } from "./late";
import { createStore, type Store, useApp } from "./store";
import { exampleApp, exampleView } from "./tools/example-view";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "requestAnimationFrame"] });
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("what is only chosen follows when there is time", () => {
  const app = exampleApp();
  const { result, rerender } = renderHook(useLate, { initialProps: app });
  rerender({ ...app, selection: ["step/11"] });
  expect(result.current).toBe(app);
});

test("whose voice is written next, and on what, is never late", () => {
  const store = createStore(exampleApp());
  const { result, rerender } = renderHook(useLate, { initialProps: store.get() });
  store.set({ selection: ["step/11"], voicing: { voice: "resident", kind: "complaint" } });
  rerender(store.get());
  expect(result.current).toBe(store.get());
});

test("who comes back does not meet what was there before", () => {
  const store = createStore(exampleApp());
  const { result, rerender } = renderHook(useLate, { initialProps: store.get() });
  store.set({ middle: "compare" });
  rerender(store.get());
  store.set({ middle: "picture", selection: ["step/11"] });
  rerender(store.get());
  expect(result.current).toBe(store.get());
});

test("nor does it who comes back before there was time for the last edit", () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", false);
  const store = createStore(exampleApp());
  const root = createRoot(document.createElement("div"));
  const shown: number[] = [];
  flushSync(() => root.render(<Shown store={store} shown={shown} />));
  flushSync(() => edit(store, 2));
  // The rest may follow now, and has no time to.
  vi.runAllTimers();
  flushSync(() => edit(store, 2, 0));
  flushSync(() => edit(store, 3));
  root.unmount();
  expect(shown.slice(-2)).toEqual([2, 3]);
});

function edit(store: Store, revision: number, past?: number) {
  const { project, ...view } = exampleView();
  const back = past === undefined ? {} : { past: { revision: past, at: 0 } };
  store.set({ view: { ...view, revision, project: { ...project, ...back } } });
}

function Shown({ store, shown }: { store: Store; shown: number[] }) {
  const revision = useLate(useApp(store)).view?.revision ?? 0;
  if (shown.at(-1) !== revision) shown.push(revision);
  return null;
}
