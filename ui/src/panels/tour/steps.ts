/** The first tour, step by step: what one is asked to do, beside what, and how one sees that it was done. Pure. */
import type { App } from "../../app";

export interface TourStep {
  /** Its text is called by it, behind “ui-tour-”. */
  id: string;
  /** The thing it is about, and on which side of it the words stand. */
  beside: string;
  side: "right" | "left" | "below";
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
    beside: ".writer",
    side: "right",
    isDone: (now, before) => now.steps > before.steps,
  },
  {
    id: "undo",
    beside: ".header .history",
    side: "below",
    isDone: (now, before) => now.steps < before.steps,
  },
  {
    id: "voice",
    beside: ".right",
    side: "left",
    isDone: (now, before) => now.voices > before.voices,
  },
  {
    id: "finding",
    beside: ".right",
    side: "left",
    isDone: (now) => now.panel === "findings",
  },
  {
    id: "proposal",
    beside: ".header .switch",
    side: "below",
    isDone: (now, before) => now.proposals > before.proposals,
  },
  { id: "end", beside: ".header .switch", side: "below" },
];

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
    left: { left: thing.left - size.w - GAP, top: (thing.top + thing.bottom - size.h) / 2 },
    below: { left: thing.left, top: thing.bottom + GAP },
  }[side];
  const held = (at: number, length: number, whole: number) =>
    Math.max(GAP, Math.min(at, whole - length - GAP));
  return { left: held(wanted.left, size.w, room.w), top: held(wanted.top, size.h, room.h) };
}
