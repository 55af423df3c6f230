/** What Rust answered, made ready to be shown: for each flow its picture, and what happens where something can. */
import { useMemo } from "react";
import type { Painting, Problem, RecordId, Replay } from "../../contract";
import { wholePainting } from "../../painting";
import { officeTime } from "./office-time";
import { createPlayer, type Player } from "./player";
import { type Reel, reelOf } from "./reel";
import { type Standing, standing } from "./state";

export interface Film {
  flow: RecordId;
  painting: Painting;
  /** Absent where the flow cannot be played. */
  played?: { reel: Reel; standing: Standing };
  problem?: Problem;
}

export interface Films {
  firstDay: string;
  all: readonly Film[];
  player: Player;
  /** The one that goes on for longest: its clock is the common one. */
  longest?: Reel;
}

/** Queues grow out of the topmost steps, too. */
function withRoom(painting: Painting): Painting {
  const { frame } = painting;
  const more = 40 + frame.h * 0.1;
  return { ...painting, frame: { ...frame, y: frame.y - more, h: frame.h + more } };
}

export function useFilms(replay: Replay): Films {
  return useMemo(() => filmsOf(replay), [replay]);
}

export function filmsOf(replay: Replay): Films {
  const all = replay.flows.map(({ flow, painting, trace, problem }): Film => {
    const reel = trace && reelOf(trace);
    return {
      flow,
      painting: withRoom(wholePainting(painting)),
      ...(reel ? { played: { reel, standing: standing(reel) } } : {}),
      ...(problem ? { problem } : {}),
    };
  });
  const reels = all.flatMap(({ played }) => played?.reel ?? []);
  const [longest] = reels.sort((one, other) => other.end - one.end);
  const player = createPlayer(longest?.time ?? officeTime([]), longest?.end ?? 0);
  return { firstDay: replay.first_day, all, player, ...(longest ? { longest } : {}) };
}
