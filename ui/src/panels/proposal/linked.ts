/** Two pictures that look at one scale and move together, each from its own place: pure arithmetic. */
import type { Camera } from "../../app";
import {
  actual,
  around,
  clamped,
  type Extent,
  fitted,
  panned,
  revealing,
  SMALLEST,
  stepped,
  toScreen,
  zoomed,
} from "../../canvas/camera";
import type { Painting, Point, RecordId, Rect } from "../../contract";

/** Names can just be read at this scale. */
const LEGIBLE = 0.5;

/** Where the whole height cannot be read, a comparison opens at this scale. */
const NEAR = 0.65;
/** Kept free around both, in pixels of the screen: a pane is low. */
const FREE = 6;

/** One scale, two places. */
export interface Linked {
  above: Camera;
  below: Camera;
}

export interface Frames {
  above: Rect;
  below: Rect;
}

/**
 * Where a comparison is opened: both whole in height where names can then be read, else nearer; `changed` are the first
 * steps that differ, and each picture begins at its own of them.
 */
export function opened(
  paintings: { above: Painting; below: Painting },
  screen: Extent,
  changed: readonly RecordId[] = [],
): Linked {
  const frames = { above: paintings.above.frame, below: paintings.below.frame };
  const high = room(screen).h / both(frames).h;
  const scale = high >= LEGIBLE ? Math.min(high, 1) : NEAR;
  const linked = placed(frames, screen, scale);
  const area = (painting: Painting) => around(changed.flatMap((id) => painting.areas[id] ?? []));
  const above = area(paintings.above);
  const below = area(paintings.below);
  // Where only one of them has the steps, the other stands at the same place.
  const beside = (one: Rect | undefined, from: Rect, to: Rect): Rect | undefined =>
    one && { ...one, x: one.x - from.x + to.x, y: one.y - from.y + to.y };
  return {
    above: shown(
      linked.above,
      above ?? beside(below, frames.below, frames.above),
      frames.above,
      screen,
    ),
    below: shown(
      linked.below,
      below ?? beside(above, frames.above, frames.below),
      frames.below,
      screen,
    ),
  };
}

/** Both whole, in the middle. */
export function whole(frames: Frames, screen: Extent): Linked {
  const { w, h } = both(frames);
  const fit = Math.min(room(screen).w / w, room(screen).h / h, 1);
  return placed(frames, screen, Math.max(fit, SMALLEST));
}

/** In the middle where there is room; else from the beginning. Both begin at one line. */
function placed(frames: Frames, screen: Extent, scale: number): Linked {
  const { w } = both(frames);
  const from = (frame: Rect): Camera => ({
    at: {
      x: frame.x - Math.max((screen.w / scale - w) / 2, 0),
      y: frame.y - Math.max((screen.h / scale - frame.h) / 2, 0),
    },
    scale,
  });
  return { above: from(frames.above), below: from(frames.below) };
}

/** Moved, at its scale, until `area` is in sight; no further than the picture reaches. */
function shown(camera: Camera, area: Rect | undefined, frame: Rect, screen: Extent): Camera {
  if (!area) return camera;
  const { at, scale } = camera;
  const along = (start: number, from: number, length: number, end: number, wide: number) => {
    const seen = wide / scale;
    if (from >= start && from + length <= start + seen) return start;
    return Math.max(start, Math.min(from + length / 2 - seen / 2, end - seen));
  };
  return {
    at: {
      x: along(at.x, area.x, area.w, frame.x + frame.w, screen.w),
      y: along(at.y, area.y, area.h, frame.y + frame.h, screen.h),
    },
    scale,
  };
}

/** Both the same way. */
export function moved(linked: Linked, by: Point, frames: Frames, screen: Extent): Linked {
  return each(linked, (camera, frame) => clamped(panned(camera, by), frame, screen), frames);
}

/** Both by `factor` about the same point of their panes. */
export function magnified(
  linked: Linked,
  factor: number,
  pivot: Point,
  frames: Frames,
  screen: Extent,
): Linked {
  return each(
    linked,
    (camera, frame) => clamped(zoomed(camera, factor, pivot), frame, screen),
    frames,
  );
}

/** One press on + or −, or 100 %. */
export function pressed(
  linked: Linked,
  wish: "in" | "out" | "actual",
  frames: Frames,
  screen: Extent,
): Linked {
  const change = (camera: Camera) =>
    wish === "actual" ? actual(camera, screen) : stepped(camera, wish === "in" ? 1 : -1, screen);
  return each(linked, (camera, frame) => clamped(change(camera), frame, screen), frames);
}

/** Each moved no more than it must so that its own of `ids` are seen; the scale stays common. */
export function revealed(
  linked: Linked,
  ids: readonly RecordId[],
  paintings: { above: Painting; below: Painting },
  screen: Extent,
): Linked {
  const see = (camera: Camera, painting: Painting): Camera => {
    const area = worthSeeing(
      ids.flatMap((id) => painting.areas[id] ?? []),
      screen,
    );
    return area && !isSeen(camera, area, screen) ? revealing(camera, area, screen) : camera;
  };
  const above = see(linked.above, paintings.above);
  const below = see(linked.below, paintings.below);
  const scale = Math.min(above.scale, below.scale);
  return { above: scaled(above, scale, screen), below: scaled(below, scale, screen) };
}

/** All of `areas` where names can then still be read, else the first of them. */
function worthSeeing(areas: readonly Rect[], screen: Extent): Rect | undefined {
  const all = around(areas);
  if (!all || fitted(all, screen).scale >= LEGIBLE) return all;
  return [...areas].sort((one, other) => one.x - other.x)[0];
}

function isSeen(camera: Camera, area: Rect, screen: Extent): boolean {
  const start = toScreen(camera, area);
  const end = toScreen(camera, { x: area.x + area.w, y: area.y + area.h });
  return start.x >= 0 && start.y >= 0 && end.x <= screen.w && end.y <= screen.h;
}

function each(
  linked: Linked,
  change: (camera: Camera, frame: Rect) => Camera,
  frames: Frames,
): Linked {
  return {
    above: change(linked.above, frames.above),
    below: change(linked.below, frames.below),
  };
}

function scaled(camera: Camera, scale: number, screen: Extent): Camera {
  const pivot = { x: screen.w / 2, y: screen.h / 2 };
  return camera.scale === scale ? camera : zoomed(camera, scale / camera.scale, pivot);
}

function room(screen: Extent): Extent {
  return { w: Math.max(screen.w - 2 * FREE, 1), h: Math.max(screen.h - 2 * FREE, 1) };
}

function both({ above, below }: Frames): Rect {
  const [w, h] = [Math.max(above.w, below.w), Math.max(above.h, below.h)];
  return { x: above.x, y: above.y, w, h };
}
