/** Long work on the levers as they are; what comes of it stands on the bench, wherever one looks meanwhile. */
import type { PanelProps } from "../../app";
import type { Levers, TrialQuestion } from "../../contract";
import { changeBench, keyOf, withOne } from "./bench";

/** The names of the work, and the texts that say what is being done. */
export const WORKS = { try_out: "ui-trial-playing", what_matters: "ui-trial-weighing" } as const;
export type Work = keyof typeof WORKS;

/** True where it came to an answer. */
export async function worked(
  { app, act }: PanelProps,
  work: Work,
  question: TrialQuestion,
  levers: Levers,
): Promise<boolean> {
  const { view } = app;
  if (!view) return false;
  const spot = { path: view.project.path, flow: view.flow };
  const key = keyOf(app, question, levers);
  const job = { id: work, label: WORKS[work] };
  const asked = { question, levers, job: job.id };
  if (work === "try_out") {
    const answer = await act.work("try_out", asked, job);
    if (answer) {
      changeBench(spot, ({ trials }) => ({
        trials: withOne(trials, question, { key, levers, answer }),
      }));
    }
    return answer !== undefined;
  }
  const answer = await act.work("what_matters", asked, job);
  if (answer) {
    changeBench(spot, ({ matters }) => ({
      matters: withOne(matters, question, { key, levers, answer }),
    }));
  }
  return answer !== undefined;
}
