/** How it stands at a moment: who waits and is worked on where, and what is on its way. Forwards only what happened is added. */
import { BEGINS, COMES, ENDS, LEAVES, PASSES, REACHES, type Reel } from "./reel";

/** What stands where, at the moment it was last brought to. */
export interface Standing {
  /** How many wait, and how many are worked on, at each of the reel's records. */
  waiting: Int32Array;
  working: Int32Array;
  came: number;
  ended: number;
  /** Brings it to a moment: forwards from where it is, backwards from the beginning. */
  go(open: number): void;
}

export function standing(reel: Reel): Standing {
  const waiting = new Int32Array(reel.records.length);
  const working = new Int32Array(reel.records.length);
  let [next, reached] = [0, 0];
  const happen = (n: number) => {
    const at = reel.record[n] ?? 0;
    switch (reel.what[n]) {
      case COMES:
        now.came += 1;
        break;
      case ENDS:
        now.ended += 1;
        break;
      case REACHES:
        add(waiting, at, 1);
        break;
      case BEGINS:
        add(waiting, at, -1);
        add(working, at, 1);
        break;
      case LEAVES:
        add(working, at, -1);
        break;
      case PASSES:
        add(waiting, at, -1);
        break;
      default:
        break;
    }
  };
  const now: Standing = {
    waiting,
    working,
    came: 0,
    ended: 0,
    go(open) {
      if (open < reached) {
        waiting.fill(0);
        working.fill(0);
        now.came = 0;
        now.ended = 0;
        next = 0;
      }
      reached = open;
      for (; next < reel.at.length && (reel.at[next] ?? 0) <= open; next += 1) happen(next);
    },
  };
  return now;
}

function add(counts: Int32Array, at: number, by: number) {
  counts[at] = (counts[at] ?? 0) + by;
}

/** Something on its way along an arrow; as one where several are nearly at the same place. */
export interface Token {
  /** Which of the reel's records it goes along. */
  record: number;
  /** From 0 to 1. */
  along: number;
  count: number;
}

/** Of those on one arrow no more are told apart. */
export const MOST_SLOTS = 16;

/**
 * What is on its way at a moment, where the way along one arrow takes `takes` seconds of open time; `room` tells for how many
 * there is room on the arrow of a record.
 */
export function onTheWay(
  { ways }: Reel,
  open: number,
  takes: number,
  room: (record: number) => number = () => MOST_SLOTS,
): Token[] {
  if (takes <= 0) return [];
  const slots = new Map<number, Token>();
  const from = open - ways.longest * takes;
  for (let n = countUpTo(ways.at, open) - 1; n >= 0; n -= 1) {
    const at = ways.at[n] ?? 0;
    if (at <= from) break;
    const along = (open - at) / takes - (ways.leg[n] ?? 0);
    if (along < 0 || along >= 1) continue;
    const record = ways.record[n] ?? 0;
    const slot = record * MOST_SLOTS + Math.floor(along * Math.min(room(record), MOST_SLOTS));
    const had = slots.get(slot);
    if (!had) {
      slots.set(slot, { record, along, count: 1 });
    } else {
      had.along += (along - had.along) / (had.count + 1);
      had.count += 1;
    }
  }
  return [...slots.values()];
}

/** How many of the rising numbers are no more than `most`. */
function countUpTo(rising: Float64Array, most: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The names of the steps at which most wait, and how many do, the longest queue first. */
export function longestQueues(reel: Reel, { waiting }: Standing, most: number): [string, number][] {
  const all = reel.names.map((name, n): [string, number] => [name, waiting[n] ?? 0]);
  const queues = all.filter(([, count]) => count > 0);
  return queues.sort(([, one], [, other]) => other - one).slice(0, most);
}
