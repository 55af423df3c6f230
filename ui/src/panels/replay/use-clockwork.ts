/** Lets time go by while a replay plays: frame by frame, or once a second for those who want nothing to move. */
import { useEffect, useSyncExternalStore } from "react";
import type { Player } from "./player";

/** A frame that comes late, as after the window was hidden, is no longer than this. */
const LATE = 100;
const SECOND = 1000;

export function useClockwork(player: Player, isStill: boolean): void {
  const { isPlaying } = useSyncExternalStore(player.hear, player.shown);
  useEffect(() => {
    if (!isPlaying) return;
    if (isStill) {
      const timer = setInterval(() => {
        if (!document.hidden) player.tick(SECOND);
      }, SECOND);
      return () => clearInterval(timer);
    }
    // Nobody is given frames while the window is hidden.
    let last: number | undefined;
    let frame = requestAnimationFrame(function step(at) {
      player.tick(Math.min(at - (last ?? at), LATE));
      last = at;
      frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [player, isPlaying, isStill]);
}

const REDUCED = "(prefers-reduced-motion: reduce)";

/** Whether the person asked the system for less movement. */
export function useIsStill(): boolean {
  return useSyncExternalStore(hearReduced, () => matchMedia(REDUCED).matches);
}

function hearReduced(ear: () => void): () => void {
  const query = matchMedia(REDUCED);
  query.addEventListener("change", ear);
  return () => query.removeEventListener("change", ear);
}
