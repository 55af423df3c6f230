/** What of the picture is in the document: what is seen, and a margin so that moving it shows no gap. */
import type { Camera } from "../app";
import type { Rect } from "../contract";
import { type Extent, seenFrom } from "./camera";
import { type Detail, detailAt, isCoarser } from "./detail";

/** Around what is seen, in parts of the screen. */
const MARGIN = 0.5;
/** So much more than what is seen and its margin is kept until the hand rests. */
const SURPLUS = 4;

export interface Sight {
  region: Rect;
  detail: Detail;
}

/** What is to be there while the paper moves: the same as before for as long as that covers what is seen. */
export function following(had: Sight | undefined, camera: Camera, screen: Extent): Sight {
  const seen = seenFrom(camera, screen);
  const detail = detailAt(camera.scale);
  // Letters that have become readable come when the hand rests: until then there is no time for them.
  const next = !had || isCoarser(detail, had.detail) ? detail : had.detail;
  if (had && next === had.detail && isWithin(seen, had.region)) return had;
  return { region: around(seen), detail: next };
}

/** What is to be there when the hand rests. */
export function resting(had: Sight | undefined, camera: Camera, screen: Extent): Sight {
  const seen = seenFrom(camera, screen);
  const detail = detailAt(camera.scale);
  const region = around(seen);
  const isFit = had && had.region.w * had.region.h <= SURPLUS * region.w * region.h;
  if (had && isFit && had.detail === detail && isWithin(seen, had.region)) return had;
  return { region, detail };
}

function around(seen: Rect): Rect {
  const [x, y] = [seen.w * MARGIN, seen.h * MARGIN];
  return { x: seen.x - x, y: seen.y - y, w: seen.w + 2 * x, h: seen.h + 2 * y };
}

function isWithin(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  );
}
