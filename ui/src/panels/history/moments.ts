/** Moments of the history as the strip shows them: pure. */
import type { Chronicle, View } from "../../contract";

/** How the keyboard comes to the slider. */
export const SLIDER = ".time-thumb input";

/** How many rows are asked for at once. */
export const MOST = 60;
/** They are asked for anew when the moment goes to another page. */
const PAGE = 20;

/** A row of the list; the first one of a project is that it was created. */
export interface Row {
  revision: number;
  at?: number;
  /** Nothing for the moment at which it was created. */
  label?: string;
  name?: string;
  isUndone: boolean;
}

/** Around which row the history is asked for, so that moving on by one does not ask anew. */
export function aroundOf(revision: number | undefined): number | undefined {
  if (revision === undefined) return undefined;
  return Math.floor(revision / PAGE) * PAGE + PAGE / 2;
}

/** What is known of one moment. */
export function rowOf(chronicle: Chronicle, revision: number): Row {
  const { entries, moments } = chronicle;
  const entry = entries.find((one) => one.revision === revision);
  const moment = moments.find((one) => one.revision === revision);
  const at = entry?.at ?? moment?.at;
  const name = moment?.name ?? entry?.name;
  return {
    revision,
    isUndone: entry?.deed === "undone",
    ...(at === undefined ? {} : { at }),
    ...(entry === undefined ? {} : { label: entry.label }),
    ...(name === undefined ? {} : { name }),
  };
}

/** The rows that are there, the latest first. */
export function rowsOf(chronicle: Chronicle): Row[] {
  const revisions = chronicle.entries.map((entry) => entry.revision).reverse();
  if (revisions.length === 0 || revisions.at(-1) === 1) revisions.push(0);
  return revisions.map((revision) => rowOf(chronicle, revision));
}

/** The moment wanted while it is on its way, else the one shown, else now. */
export function shownAt(view: View, chronicle: Chronicle, wanted: number | undefined): number {
  return Math.min(wanted ?? view.project.past?.revision ?? chronicle.last, chronicle.last);
}

/** How far along the slider a moment lies, in percent. */
export function placeOf(revision: number, last: number): number {
  return last === 0 ? 0 : (revision / last) * 100;
}
