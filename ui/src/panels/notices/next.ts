/** What a person could do next: pure, from what is there already. */
import type { App } from "../../app";
import type { View } from "../../contract";
import { flowOf } from "../told";

/** The texts of the hints, in the order in which one needs them. */
export const HINTS = [
  "ui-hint-empty",
  "ui-hint-voices",
  "ui-hint-findings",
  "ui-hint-proposal",
  "ui-hint-cards",
  "ui-hint-by-hand",
] as const;
export type HintId = (typeof HINTS)[number];

/** The next thing to do; nothing where all was done, put away, or belongs elsewhere. */
export function nextHint(app: App, done: ReadonlySet<string>): HintId | undefined {
  const { view, middle, screen } = app;
  if (screen !== "project" || !view || view.project.read_only) return undefined;
  const fits = middle === "compare" ? fitsCompare(app) : fitsPicture(app);
  return HINTS.find((hint) => fits(hint) && !done.has(hint));
}

function fitsCompare({ view, job }: App) {
  const hasToBe = view?.flows.some((flow) => flow.variant === "to_be") ?? false;
  return (hint: HintId) => hint === "ui-hint-cards" && hasToBe && !job;
}

function fitsPicture({ view, middle, left }: App) {
  const records = Object.values(view?.records ?? {});
  const steps = records.filter((record) => "step" in record).length;
  const isAsIs = middle === "picture" && !!view && flowOf(view)?.variant === "as_is";
  return (hint: HintId): boolean => {
    switch (hint) {
      case "ui-hint-empty":
        return isAsIs && steps === 0 && left === "outline";
      case "ui-hint-voices":
        return isAsIs && steps >= ENOUGH && !records.some((record) => "complaint" in record);
      case "ui-hint-findings":
        return isAsIs && steps >= ENOUGH;
      case "ui-hint-proposal":
        return isAsIs && steps >= ENOUGH && view.flows.length === 1;
      case "ui-hint-cards":
        return false;
      case "ui-hint-by-hand":
        return middle === "picture" && !!view && isComposed(view);
    }
  };
}

function isComposed(view: View): boolean {
  const looked = flowOf(view);
  return looked?.variant === "to_be" && looked.made_from !== undefined;
}

/** So many steps, and there is something to look at. */
const ENOUGH = 3;

/** What a person has just done, so that it need not be said again. */
export function doneIn(app: App): HintId | undefined {
  if (app.middle === "compare") return "ui-hint-proposal";
  if (app.panel === "findings") return "ui-hint-findings";
  return undefined;
}
