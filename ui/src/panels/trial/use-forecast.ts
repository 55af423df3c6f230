/** Asks for a forecast as soon as a hand rests on a lever; what was answered last is shown until then. */
import { useEffect, useRef, useState } from "react";
import type { PanelProps } from "../../app";
import type { Forecast, Levers, TrialQuestion } from "../../contract";
import { isUnsaved } from "../problems/ways-out";
import { keyOf, useBench, withOne } from "./bench";

/** So long a lever must have been still, in milliseconds. */
export const STILL = 150;

export interface Foreseen {
  forecast: Forecast | undefined;
  /** How much of everybody was there in it. */
  staff: number;
  /** Whether it is about the levers as they are. */
  isFresh: boolean;
  /** Whether none could be had. */
  isFailed: boolean;
}

export function useForecast(
  { app, act }: PanelProps,
  question: TrialQuestion,
  levers: Levers,
): Foreseen {
  const { bench, change } = useBench(app);
  const known = bench.forecasts[question];
  const [failed, setFailed] = useState("");
  const wasFailed = useRef(false);
  // It is told in words: another language asks anew.
  const key = `${app.hello?.language} ${keyOf(app, question, levers)}`;
  const newest = useRef({ key, problem: app.problem });
  newest.current = { key, problem: app.problem };
  const isFresh = known?.key === key;
  const isFirst = known === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when there is something to ask
  useEffect(() => {
    if (isFresh) return;
    const ask = async () => {
      const answer = await act.ask("forecast", { question, levers });
      // A later one is under way.
      if (newest.current.key !== key) return;
      setFailed(answer ? "" : key);
      const { problem } = newest.current;
      // What was said of levers that could not be answered is over.
      if (answer && wasFailed.current && problem && !isUnsaved(problem)) act.dismissProblem();
      wasFailed.current = !answer;
      if (!answer) return;
      change(({ forecasts }) => ({
        forecasts: withOne(forecasts, question, { key, levers, answer }),
      }));
    };
    const timer = setTimeout(() => void ask(), isFirst ? 0 : STILL);
    return () => clearTimeout(timer);
  }, [act, key]);
  return {
    ...{ forecast: known?.answer, staff: known?.levers.staff ?? 1 },
    ...{ isFresh, isFailed: failed === key },
  };
}
