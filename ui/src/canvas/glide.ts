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

/**
 * Lets it glide. Gives the way to end that at once. Frame by frame and not as animations of the browser, which makes a layer
 * of every part that is animated before anything of the edit can be seen.
 */
export function glide({ moves, fresh }: Gliding, painter: Painter): () => void {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return () => undefined;
  const come = [...moves].flatMap(([key, from]) => {
    const node = painter.nodeOf(key);
    return node ? [{ node, from }] : [];
  });
  const appear = fresh.flatMap((key) => painter.nodeOf(key) ?? []);
  if (come.length + appear.length === 0) return () => undefined;
  const show = (left: number) => {
    // Added to the part's own transform, which is where it lies.
    for (const { node, from } of come) node.style.translate = awayBy(from, left);
    for (const node of appear) node.style.opacity = left === 0 ? "" : `${1 - left}`;
  };
  return running(show);
}

function awayBy({ x, y }: Point, left: number): string {
  return left === 0 ? "" : `${x * left}px ${y * left}px`;
}

/** Calls `show` with how much of the way is left, at once and with every frame until nothing is. Gives the way to end it. */
function running(show: (left: number) => void): () => void {
  const began = performance.now();
  let frame = 0;
  const step = () => {
    const gone = Math.min(1, (performance.now() - began) / GLIDE);
    // Fast at first and slow at the end.
    show((1 - gone) ** 3);
    if (gone < 1) frame = requestAnimationFrame(step);
  };
  step();
  return () => {
    cancelAnimationFrame(frame);
    show(0);
  };
}
