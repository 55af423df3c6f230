/** Puts chosen steps on one line, or evenly apart: pinned where they then stand, as after a drag. */
import type { Command, RecordId, Rect, View } from "../contract";
import { t } from "../text";
import { boxes, laneOf, overlap } from "../tools/graph";

/** Left edges, middles, right edges · tops, middles, bottoms · evenly side by side, evenly below each other. */
export const WAYS = [
  "left",
  "centre",
  "right",
  "top",
  "middle",
  "bottom",
  "across",
  "down",
] as const;
export type Way = (typeof WAYS)[number];

type Placed = [RecordId, Rect];

/** The ways that would move something and put nothing on anything else. Up and down a step stays within its lane. */
export function waysFor(view: View, ids: readonly RecordId[]): Way[] {
  return WAYS.filter((way) => moved(view, ids, way) !== undefined);
}

/** The one command that does it; nothing where it cannot be done. */
export function aligned(view: View, ids: readonly RecordId[], way: Way): Command | undefined {
  const all = moved(view, ids, way);
  if (!all) return undefined;
  const commands = all.map(([id, { x, y }]): Command => {
    const value = { x: Math.round(x), y: Math.round(y) };
    return { type: "set_attribute", id, attribute: "pin", value };
  });
  return { type: "many", title: t(`ui-align-${way}`), commands };
}

function moved(view: View, ids: readonly RecordId[], way: Way): Placed[] | undefined {
  const all = boxes(view);
  const chosen = all.filter(([id]) => ids.includes(id));
  const isUpright = way === "top" || way === "middle" || way === "bottom" || way === "down";
  const isApart = way === "across" || way === "down";
  if (chosen.length < (isApart ? 3 : 2)) return undefined;
  if (isUpright && new Set(chosen.map(([id]) => laneOf(view, id))).size > 1) return undefined;
  const next = isApart ? spread(chosen, way) : lined(chosen, way);
  const isMoved = next.some(([id, { x, y }]) => {
    const was = view.painting.areas[id];
    return was && (Math.abs(was.x - x) >= 1 || Math.abs(was.y - y) >= 1);
  });
  const others = all.filter(([id]) => !ids.includes(id));
  return isMoved && areApart(next, others) ? next : undefined;
}

function lined(chosen: readonly Placed[], way: Way): Placed[] {
  const of = (edge: (box: Rect) => number) => chosen.map(([, box]) => edge(box));
  const [left, right] = [Math.min(...of((it) => it.x)), Math.max(...of((it) => it.x + it.w))];
  const [top, bottom] = [Math.min(...of((it) => it.y)), Math.max(...of((it) => it.y + it.h))];
  return chosen.map(([id, box]) => {
    const x = { left, centre: (left + right - box.w) / 2, right: right - box.w }[way as string];
    const y = { top, middle: (top + bottom - box.h) / 2, bottom: bottom - box.h }[way as string];
    return [id, { ...box, x: x ?? box.x, y: y ?? box.y }];
  });
}

/** The outermost two stay, and as much room is left between any two neighbours. */
function spread(chosen: readonly Placed[], way: "across" | "down"): Placed[] {
  const [at, size] = way === "across" ? (["x", "w"] as const) : (["y", "h"] as const);
  const order = [...chosen].sort(([, one], [, other]) => one[at] - other[at]);
  const [first, last] = [order[0], order.at(-1)];
  if (!first || !last) return [];
  const whole = last[1][at] + last[1][size] - first[1][at];
  const filled = order.reduce((sum, [, box]) => sum + box[size], 0);
  const gap = (whole - filled) / (order.length - 1);
  let next = first[1][at];
  return order.map(([id, box]) => {
    const placed: Placed = [id, { ...box, [at]: next }];
    next += box[size] + gap;
    return placed;
  });
}

function areApart(next: readonly Placed[], others: readonly Placed[]): boolean {
  return next.every(([, box], place) =>
    [...next.slice(place + 1), ...others].every(([, other]) => !overlap(box, other)),
  );
}
