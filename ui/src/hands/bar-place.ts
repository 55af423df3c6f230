/** Where the bar of a chosen step stands: near it, in sight, and on nothing that could be read. */
import type { Camera } from "../app";
import { coveredBy, type Extent, meets, seenFrom } from "../canvas/camera";
import { extentAt } from "../canvas/extent";
import { headStrip } from "../canvas/heads";
import type { Language, Painting, RecordId, Rect } from "../contract";
import { farOf } from "../painting";
import { isNode } from "../tools/graph";

/** As large as the bar is, in pixels of the screen: its words are longer in English. */
const BARS: Record<Language, Extent> = { ja: { w: 308, h: 32 }, en: { w: 356, h: 32 } };

export function barIn(language: Language): Extent {
  return BARS[language];
}

/** Between the bar and the step: counters and flags reach so far out. */
const GAP = 12;

/** How the picture is seen. */
export interface Sight {
  camera: Camera;
  extent: Extent;
  /** What covers its corner, in pixels of the screen. */
  corner?: Rect | undefined;
  /** How large the bar is there. */
  bar: Extent;
}

/** The place in the picture of its upper left corner; nothing where there is none near the step. */
export function barPlace(
  painting: Painting,
  id: RecordId,
  { camera, extent, corner, bar }: Sight,
): Rect | undefined {
  const area = painting.areas[id];
  if (!area) return undefined;
  const [w, h, gap] = [bar.w, bar.h, GAP].map((length) => length / camera.scale) as [
    number,
    number,
    number,
  ];
  const seen = seenFrom(camera, extent);
  const covered = corner ? [coveredBy(corner, camera)] : [];
  const taken = [...obstacles(painting, id), ...headsIn(painting, seen), ...covered];
  const [below, above] = [area.y + area.h + gap, area.y - gap - h];
  const [left, middle, right] = [area.x, area.x + (area.w - w) / 2, area.x + area.w - w];
  const places = [below, above].flatMap((y) => [middle, left, right].map((x) => ({ x, y, w, h })));
  return places.find(
    (place) => isWithin(place, seen) && taken.every((other) => !meets(place, other)),
  );
}

/** Everything with letters on it: steps, what rides on arrows, and marks. */
function obstacles(painting: Painting, id: RecordId): Rect[] {
  return Object.entries(painting.items).flatMap(([key, item]) => {
    if (key === id || key === `${id}+marks`) return [];
    const by = farOf(painting, key);
    if (isNode(key) || key.includes("+")) return extentAt(item, by) ?? [];
    // Of a heading the name alone is read.
    const names = key.startsWith("phase/") && item.type === "group" ? item.items : [];
    return names.flatMap((part) => (part.type === "text" ? (extentAt(part, by) ?? []) : []));
  });
}

/** The heads of the lanes, which stay at the left edge of what is seen. */
function headsIn(painting: Painting, seen: Rect): Rect[] {
  const strip = headStrip(painting);
  return strip ? [{ ...strip, x: Math.max(strip.x, seen.x) }] : [];
}

function isWithin(place: Rect, seen: Rect): boolean {
  return (
    place.x >= seen.x &&
    place.y >= seen.y &&
    place.x + place.w <= seen.x + seen.w &&
    place.y + place.h <= seen.y + seen.h
  );
}
