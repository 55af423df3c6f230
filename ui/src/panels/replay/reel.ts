/** What happened, made ready to be shown: in open time, and with what each frame would have to look up. */
import type { RecordId, ReplayTrace } from "../../contract";
import { type OfficeTime, officeTime } from "./office-time";

/** What happens to a case, as Rust numbers it, and a step that is passed without any work. */
export const COMES = 0;
export const GOES = 1;
export const REACHES = 2;
export const BEGINS = 3;
export const LEAVES = 4;
export const ENDS = 5;
export const PASSES = 6;

/** Everything that happens, number by number. */
export interface Reel {
  time: OfficeTime;
  /** Open seconds, never less than the one before. */
  at: Float64Array;
  what: Uint8Array;
  /** Along or at which of `records`. */
  record: Uint32Array;
  records: readonly RecordId[];
  /** What each of them is called. */
  names: readonly string[];
  /** The ways along arrows, by themselves. */
  ways: Ways;
  /** Open seconds after which nothing happens any more. */
  end: number;
  isCut: boolean;
}

export interface Ways {
  at: Float64Array;
  record: Uint32Array;
  /** How many arrows the case came along at the same moment before: this one is shown after them. */
  leg: Uint8Array;
  longest: number;
}

/** More arrows than this in one go are shown as if they were side by side. */
const LEGS = 8;

export function reelOf(trace: ReplayTrace): Reel {
  const time = officeTime(trace.openings);
  const at = Float64Array.from(trace.at, (second) => time.opened(second));
  return {
    time,
    at,
    what: whatOf(trace),
    record: Uint32Array.from(trace.record),
    records: trace.records,
    names: trace.names,
    ways: waysOf(trace, at),
    end: at[at.length - 1] ?? 0,
    isCut: trace.is_cut,
  };
}

/** Who leaves a step without having been worked on has only waited there. */
function whatOf(trace: ReplayTrace): Uint8Array {
  const what = Uint8Array.from(trace.what);
  const begun = new Set<number>();
  what.forEach((one, n) => {
    if (one !== BEGINS && one !== LEAVES) return;
    const key = (trace.case[n] ?? 0) * trace.records.length + (trace.record[n] ?? 0);
    if (one === BEGINS) begun.add(key);
    else if (!begun.delete(key)) what[n] = PASSES;
  });
  return what;
}

/** Where each case stands after its last arrow, and how many arrows lie behind it at that moment. */
interface Stand {
  at: number;
  legs: Map<RecordId, number>;
}

function waysOf(trace: ReplayTrace, at: Float64Array): Ways {
  const places = trace.what.flatMap((what, n) => (what === GOES ? [n] : []));
  const stands = new Map<number, Stand>();
  const leg = places.map((n) => {
    const [from, to] = trace.ends[trace.records[trace.record[n] ?? 0] ?? ""] ?? [];
    const [which, now] = [trace.case[n] ?? 0, trace.at[n] ?? 0];
    const had = stands.get(which);
    const stand = had?.at === now ? had : { at: now, legs: new Map() };
    const behind = Math.min(stand.legs.get(from ?? "") ?? 0, LEGS);
    if (to !== undefined) stand.legs.set(to, behind + 1);
    if (stand !== had) stands.set(which, stand);
    return behind;
  });
  return {
    at: Float64Array.from(places, (n) => at[n] ?? 0),
    record: Uint32Array.from(places, (n) => trace.record[n] ?? 0),
    leg: Uint8Array.from(leg),
    longest: 1 + leg.reduce((most, one) => Math.max(most, one), 0),
  };
}
