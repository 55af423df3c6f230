/** What is turned: the same as on the page where one tries, beside the better flow where there is one. */
import type { App } from "../../app";
import type { Levers } from "../../contract";
import { pairOf } from "../proposal/pair";
import { useBench } from "../trial/bench";
import { leversOf } from "../trial/levers";
import { madeWith } from "../trial/words";

export interface Conditions {
  levers: Levers;
  /** What that is, in words. */
  made: readonly string[];
}

export function useConditions(app: App): Conditions {
  const { bench } = useBench(app);
  const { question, base, turned, forecasts } = bench;
  const pair = app.view && pairOf(app.view);
  const own = leversOf(base, turned[question] ?? {});
  const levers = pair ? { to_be: pair.after, ...own } : own;
  return { levers, made: madeWith(app, question, own, forecasts[question]?.answer) };
}
