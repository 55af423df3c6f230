/** What stands on the page while the project is open: the question, its levers, and what was answered last. */
import { useCallback, useSyncExternalStore } from "react";
import type { App } from "../../app";
import type { Forecast, Levers, Matters, Trial, TrialQuestion } from "../../contract";
import { createEars } from "../../ears";
import type { Base, Turned } from "./levers";

/** An answer, and what was asked for it. */
export interface Answered<A> {
  /** What was asked, about which moment of the document. */
  key: string;
  levers: Levers;
  answer: A;
}

type OfQuestions<T> = Readonly<Partial<Record<TrialQuestion, T>>>;

export interface Bench {
  question: TrialQuestion;
  base: Base;
  turned: OfQuestions<Turned>;
  forecasts: OfQuestions<Answered<Forecast>>;
  trials: OfQuestions<Answered<Trial>>;
  matters: OfQuestions<Answered<Matters>>;
}

/** Of which project, and of which of its flows. */
export interface Spot {
  path: string;
  flow: string;
}

/** What becomes of a bench: only what is told is put in the place of what was there. */
export type Change = (bench: Bench) => Partial<Bench>;

const EMPTY: Bench = {
  question: "volume",
  base: { people: {} },
  turned: {},
  forecasts: {},
  trials: {},
  matters: {},
};

let path: string | undefined;
const benches = new Map<string, Bench>();
const ears = createEars();

export function benchOf(spot: Spot): Bench {
  return (spot.path === path && benches.get(spot.flow)) || EMPTY;
}

/** Nothing of one project is kept beside another. */
export function changeBench(spot: Spot, change: Change): void {
  if (spot.path !== path) {
    path = spot.path;
    benches.clear();
  }
  const had = benchOf(spot);
  benches.set(spot.flow, { ...had, ...change(had) });
  ears.tell();
}

/** The bench of what is looked at, and the way to change it. */
export function useBench({ view }: App) {
  const spot = { path: view?.project.path ?? "", flow: view?.flow ?? "" };
  const bench = useSyncExternalStore(ears.hear, () => benchOf(spot));
  const { path, flow } = spot;
  const change = useCallback((next: Change) => changeBench({ path, flow }, next), [path, flow]);
  return { bench, change };
}

/** The moment of the document that an answer is about, and the flow. */
export function momentOf({ view }: App): string {
  return `${view?.project.path} ${view?.flow} ${view?.revision} ${view?.project.past?.revision ?? "now"}`;
}

/** What an answer is about: it is of another condition where this is another. */
export function keyOf(app: App, question: TrialQuestion, levers: Levers): string {
  const people = Object.entries(levers.people).sort(([one], [other]) => (one < other ? -1 : 1));
  const asked = Object.entries({ ...levers, people }).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([momentOf(app), question, asked]);
}

/** `of` with `one` under `question`. */
export function withOne<T>(of: OfQuestions<T>, question: TrialQuestion, one: T): OfQuestions<T> {
  return { ...of, [question]: one };
}
