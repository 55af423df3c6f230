/** One place for everything of the moment. */
import { useSyncExternalStore } from "react";
import type { App } from "./app";
import { createEars } from "./ears";

export interface Store {
  get(): App;
  set(change: Partial<App> | ((app: App) => Partial<App>)): void;
  /** Takes out what may be absent. */
  drop(...keys: (keyof App)[]): void;
  subscribe(hear: () => void): () => void;
}

export const EMPTY: App = {
  screen: "start",
  selection: [],
  tool: "select",
  voicing: { voice: "staff", kind: "complaint" },
  camera: { at: { x: 0, y: 0 }, scale: 1 },
  aim: { count: 0, at: "whole" },
  middle: "picture",
  left: "outline",
  panel: "step",
  history: false,
  turn: 0,
  pending: 0,
};

export function createStore(first: App = EMPTY): Store {
  let app = first;
  const ears = createEars();
  const put = (given: App) => {
    const next = withPlace(app, given);
    app = isTurn(app, next) ? { ...next, turn: app.turn + 1 } : next;
    ears.tell();
  };
  return {
    get: () => app,
    set: (change) => {
      const made = typeof change === "function" ? change(app) : change;
      // What is on its way is shown nowhere: nothing has to be drawn for it.
      if (Object.keys(made).every((key) => key === "pending")) app = { ...app, ...made };
      else put({ ...app, ...made });
    },
    drop: (...keys) => {
      if (!keys.some((key) => key in app)) return;
      const gone = new Set<string>(keys);
      const left = Object.entries(app).filter(([key]) => !gone.has(key));
      put(Object.fromEntries(left) as unknown as App);
    },
    subscribe: ears.hear,
  };
}

/** Each problem is said where one was when it came, whoever brings it. */
function withPlace(had: App, next: App): App {
  if (had.problem === next.problem) return next;
  const { problemIn: _, ...rest } = next;
  const { problem, dialog } = next;
  return problem && dialog !== undefined ? { ...rest, problemIn: dialog } : rest;
}

function isTurn(had: App, next: App): boolean {
  return (
    had.view?.project.path !== next.view?.project.path ||
    had.view?.flow !== next.view?.flow ||
    had.view?.project.past?.revision !== next.view?.project.past?.revision ||
    had.middle !== next.middle ||
    had.voicing !== next.voicing ||
    had.hello !== next.hello
  );
}

export function useApp(store: Store): App {
  return useSyncExternalStore(store.subscribe, store.get);
}
