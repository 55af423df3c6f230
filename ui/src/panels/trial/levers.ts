/** What is turned for which question, and what that is in numbers one reads: pure. */
import type { Given, Levers, TrialQuestion } from "../../contract";

/** In the order in which they stand. */
export const QUESTIONS = [
  "volume",
  "staff",
  "channel",
  "pooling",
  "waves",
  "compare",
] as const satisfies readonly TrialQuestion[];

/** What is known of today beside the document: the same for every question. */
export type Base = Pick<Levers, "per_year" | "people">;
/** What is turned for one question; everything else stays as it is. */
export type Turned = Partial<Omit<Levers, "per_year" | "people">>;

/** The same as in Rust: nothing is turned. */
export const TODAY: Levers = {
  people: {},
  volume: 1,
  staff: 1,
  at_once_days: 1,
  waves: 1,
  wave_days: 14,
  pooled: [],
  from_year: 2026,
  to_year: 2040,
};

/** The levers that are seen beside each question, from top to bottom. */
export const LEVERS: Readonly<Record<TrialQuestion, readonly Lever[]>> = {
  volume: ["volume", "at_once"],
  staff: ["staff", "volume", "to_year"],
  channel: ["online"],
  pooling: ["pooled", "volume"],
  waves: ["at_once", "waves", "wave_days"],
  compare: ["to_be", "volume", "staff"],
};
export type Lever = SlideId | "at_once" | "to_year" | "pooled" | "to_be";
export type SlideId = "volume" | "staff" | "online" | "waves" | "wave_days";

/** A lever that slides: between which ends, by how much, and from its number to what is asked and back. */
export interface Slid {
  min: number;
  max: number;
  step: number;
  format?: Intl.NumberFormatOptions;
  of(levers: Levers, given: Given | undefined): number;
  turn(to: number): Turned;
  /** Where it stands as long as nobody turned it. */
  start(given: Given | undefined): number;
}

const PERCENT = { style: "unit", unit: "percent" } as const;

export const SLIDES: Readonly<Record<SlideId, Slid>> = {
  volume: {
    ...{ min: 50, max: 300, step: 5, format: PERCENT },
    of: ({ volume }) => clean(volume * 100),
    turn: (to) => ({ volume: clean(to / 100) }),
    start: () => 100,
  },
  staff: {
    ...{ min: -50, max: 50, step: 5, format: { ...PERCENT, signDisplay: "exceptZero" } },
    of: ({ staff }) => clean((staff - 1) * 100),
    turn: (to) => ({ staff: clean(1 + to / 100) }),
    start: () => 0,
  },
  online: {
    ...{ min: 0, max: 100, step: 1, format: PERCENT },
    of: ({ online }, given) => percentOf(online ?? given?.online),
    turn: (to) => ({ online: clean(to / 100) }),
    start: (given) => percentOf(given?.online),
  },
  waves: {
    ...{ min: 1, max: 12, step: 1 },
    of: ({ waves }) => waves,
    turn: (waves) => ({ waves }),
    start: () => TODAY.waves,
  },
  wave_days: {
    ...{ min: 1, max: 60, step: 1, format: { style: "unit", unit: "day", unitDisplay: "long" } },
    of: ({ wave_days }) => wave_days,
    turn: (wave_days) => ({ wave_days }),
    start: () => TODAY.wave_days,
  },
};

/** What is asked of Rust. */
export function leversOf(base: Base, turned: Turned): Levers {
  return { ...TODAY, ...turned, ...base };
}

/** `turned` without what `lever` said. */
export function without(turned: Turned, ...levers: (keyof Turned)[]): Turned {
  const gone = new Set<string>(levers);
  return Object.fromEntries(Object.entries(turned).filter(([lever]) => !gone.has(lever)));
}

/** `turned` with another choice of lanes that share their people: one alone shares with nobody, and yet stays ticked. */
export function withPooled(turned: Turned, lane: string, isIn: boolean): Turned {
  const others = (turned.pooled ?? []).filter((it) => it !== lane);
  return { ...turned, pooled: isIn ? [...others, lane] : others };
}

function percentOf(share: number | null | undefined): number {
  return Math.round((share ?? 0) * 100);
}

/** Drops what binary arithmetic added. */
function clean(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
