/** After an edit what moved glides to its new place and what is new fades in; never longer than this, never for long. */
import type { Painting, Point } from "../contract";
import type { Painter } from "./painter";

/** In milliseconds. */
export const GLIDE = 180;
/** Of more parts than this nobody follows the movement: they are in their new place at once. */
const MOST = 300;

export interface Gliding {
  /** From how far away each part comes. */
  moves: ReadonlyMap<string, Point>;
  /** What was not there before, and arrows that run another way: those have no place to come from. */
  fresh: readonly string[];
}

/** What glides when `painting` follows `before` and the paper itself moved by `paper`; nothing where that is too much. */
export function gliding(
  before: Painting,
  painting: Painting,
  paper: Point,
  isThere: (key: string) => boolean,
): Gliding {
  const moves = new Map<string, Point>();
  const fresh: string[] = [];
  for (const key of painting.order) {
    if (!isThere(key)) continue;
    const isLedAnew =
      key.startsWith("edge/") &&
      !painting.moved?.has(key) &&
      before.items[key] !== painting.items[key];
    if (!(key in before.items) || isLedAnew) fresh.push(key);
    const by = painting.moved?.get(key) ?? { x: 0, y: 0 };
    const from = { x: paper.x - by.x, y: paper.y - by.y };
    if (key in before.items && !isLedAnew && (from.x !== 0 || from.y !== 0)) moves.set(key, from);
  }
  const isTooMuch = moves.size + fresh.length > MOST;
  return isTooMuch ? { moves: new Map(), fresh: [] } : { moves, fresh };
}

/** Lets it glide. Gives the way to end that at once. */
export function glide({ moves, fresh }: Gliding, painter: Painter): () => void {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return () => undefined;
  const how = { duration: GLIDE, easing: "ease-out" };
  const ways: [string, Keyframe[]][] = [
    ...[...moves].map(([key, from]): [string, Keyframe[]] => [
      key,
      // Added to the part's own transform, which is where it lies.
      [{ translate: `${from.x}px ${from.y}px` }, { translate: "0px 0px" }],
    ]),
    ...fresh.map((key): [string, Keyframe[]] => [key, [{ opacity: 0 }, { opacity: 1 }]]),
  ];
  const running = ways.flatMap(([key, frames]) => painter.nodeOf(key)?.animate(frames, how) ?? []);
  return () => {
    for (const animation of running) animation.cancel();
  };
}
