/** The first tour, step by step: what one is asked to do, beside what, and how one sees that it was done. */
import type { Act, App } from "../../app";
import { first } from "../../canvas/walk";
import { isNode } from "../../tools/graph";

export interface TourStep {
  /** Its text is called by it, behind “ui-tour-”. */
  id: string;
  /** The thing it is about, the first of these that is there, and on which side of it the words stand. */
  beside: readonly string[];
  side: "right" | "left" | "below";
  /** Puts in its place what one needs for it, where it is not there already. */
  begin?(app: App, act: Act): void;
  /** Whether it was done since it was asked for. Absent where there is nothing left to do. */
  isDone?(now: Counts, before: Counts): boolean;
}

/** What one can see of what was done. */
export interface Counts {
  steps: number;
  voices: number;
  proposals: number;
  panel: string;
}

export const TOUR: readonly TourStep[] = [
  {
    id: "write",
    beside: [".writer"],
    side: "right",
    begin: () => cursorTo(".left [data-first]"),
    isDone: (now, before) => now.steps > before.steps,
  },
  {
    id: "undo",
    beside: [".header .history"],
    side: "below",
    isDone: (now, before) => now.steps < before.steps,
  },
  {
    id: "voice",
    beside: [".right"],
    side: "left",
    begin: ({ view, selection }, act) => {
      const step = view && first(view);
      if (step !== undefined && !selection.some(isNode)) act.select([step], { reveal: true });
      cursorTo("[data-scope=canvas]");
    },
    isDone: (now, before) => now.voices > before.voices,
  },
  {
    id: "finding",
    beside: [".right"],
    side: "left",
    isDone: (now) => now.panel === "findings",
  },
  {
    id: "proposal",
    // The page that asks how far to go is read first.
    beside: [".propose", ".header .switch"],
    side: "below",
    isDone: (now, before) => now.proposals > before.proposals,
  },
  { id: "end", beside: [".compare-side", ".right"], side: "left" },
];

/** What is asked for can be typed at once. */
function cursorTo(place: string) {
  document.querySelector<HTMLElement>(place)?.focus();
}

export function countsOf({ view, panel }: App): Counts {
  const records = Object.values(view?.records ?? {});
  return {
    steps: records.filter((record) => "step" in record).length,
    voices: records.filter((record) => "complaint" in record).length,
    proposals: view?.flows.filter((flow) => flow.variant === "to_be").length ?? 0,
    panel,
  };
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where words may stand that are as wide as `w`: not over the panel at the right, nor over the line below the picture. */
export function roomOf(
  whole: { w: number; h: number },
  w: number,
  { panel, line }: { panel: Box | undefined; line: Box | undefined },
): { w: number; h: number } {
  const isBeside = panel !== undefined && panel.left > w + 2 * GAP;
  // Where all is one column, the line stands anywhere.
  return { w: isBeside ? panel.left : whole.w, h: isBeside && line ? line.top : whole.h };
}

/** Between the thing and the words about it, and between them and the edge of the window. */
const GAP = 10;

/** Where words of this size stand beside a thing: on its side, and within the window. */
export function spotOf(
  thing: Box,
  side: TourStep["side"],
  size: { w: number; h: number },
  room: { w: number; h: number },
): { left: number; top: number } {
  const wanted = {
    right: { left: thing.right + GAP, top: thing.bottom - size.h },
    left: { left: thing.left - size.w - GAP, top: thing.bottom - size.h - GAP },
    below: { left: thing.left, top: thing.bottom + GAP },
  }[side];
  const held = (at: number, length: number, whole: number) =>
    Math.max(GAP, Math.min(at, whole - length - GAP));
  return { left: held(wanted.left, size.w, room.w), top: held(wanted.top, size.h, room.h) };
}
