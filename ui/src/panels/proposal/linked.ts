/** Two pictures that look at one scale and move together, each from its own place: pure arithmetic. */
import type { Camera } from "../../app";
import {
  actual,
  around,
  clamped,
  type Extent,
  fitted,
  opening,
  panned,
  revealing,
  stepped,
  toScreen,
  zoomed,
} from "../../canvas/camera";
import type { Painting, Point, RecordId, Rect } from "../../contract";

/** Names can just be read at this scale. */
const LEGIBLE = 0.5;

/** One scale, two places. */
export interface Linked {
  above: Camera;
  below: Camera;
}

export interface Frames {
  above: Rect;
  below: Rect;
}

/** Both from their beginning, at a scale at which names can be read. */
export function opened(frames: Frames, screen: Extent): Linked {
  const { scale } = opening(both(frames), screen);
  const from = (frame: Rect): Camera => ({ at: { x: frame.x, y: frame.y }, scale });
  return { above: from(frames.above), below: from(frames.below) };
}

/** Both whole. */
export function whole(frames: Frames, screen: Extent): Linked {
  const { scale } = fitted(both(frames), screen);
  const from = (frame: Rect): Camera => {
    const own = fitted(frame, screen, scale);
    return { at: { x: frame.x, y: own.at.y }, scale };
  };
  return {
    above: { ...from(frames.above), scale },
    below: { ...from(frames.below), scale },
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

function both({ above, below }: Frames): Rect {
  const [w, h] = [Math.max(above.w, below.w), Math.max(above.h, below.h)];
  return { x: above.x, y: above.y, w, h };
}
