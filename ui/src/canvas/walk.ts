/** Where an arrow key leads: right and left along the flow, up and down to what is nearest there. */
import type { RecordId, Rect, View } from "../contract";
import { arrows, boxes } from "../tools/graph";

export type Direction = "right" | "left" | "up" | "down";

/** The node that `direction` leads to from `from`; the first one where there is no `from`. */
export function walk(view: View, from: RecordId | undefined, direction: Direction) {
  const area = from === undefined ? undefined : view.painting.areas[from];
  if (from === undefined || !area) return first(view);
  const along = direction === "right" || direction === "left" ? flow(view, from, direction) : [];
  const places = new Map(boxes(view));
  const linked = along.filter((id) => places.has(id));
  return nearest(view, area, linked) ?? beside(view, from, area, direction) ?? from;
}

/** The node furthest to the upper left. */
export function first(view: View): RecordId | undefined {
  return boxes(view).sort(([, a], [, b]) => a.x - b.x || a.y - b.y)[0]?.[0];
}

export function last(view: View): RecordId | undefined {
  return boxes(view).sort(([, a], [, b]) => b.x - a.x || b.y - a.y)[0]?.[0];
}

function flow(view: View, from: RecordId, direction: "right" | "left"): RecordId[] {
  const all = arrows(view);
  return direction === "right"
    ? all.filter((arrow) => arrow.from === from).map((arrow) => arrow.to)
    : all.filter((arrow) => arrow.to === from).map((arrow) => arrow.from);
}

function nearest(view: View, area: Rect, ids: readonly RecordId[]): RecordId | undefined {
  const far = (id: RecordId) => {
    const other = view.painting.areas[id];
    return other
      ? Math.hypot(middle(other).x - middle(area).x, middle(other).y - middle(area).y)
      : 0;
  };
  return [...ids].sort((a, b) => far(a) - far(b))[0];
}

/** What lies on that side; to be off the line counts twice. */
function beside(view: View, from: RecordId, area: Rect, direction: Direction) {
  const here = middle(area);
  const measured = boxes(view).flatMap(([id, box]) => {
    const there = middle(box);
    const by = { x: there.x - here.x, y: there.y - here.y };
    const ahead = { right: by.x, left: -by.x, down: by.y, up: -by.y }[direction];
    const aside = direction === "right" || direction === "left" ? by.y : by.x;
    return id === from || ahead < 1 ? [] : [{ id, far: ahead + 2 * Math.abs(aside) }];
  });
  return measured.sort((a, b) => a.far - b.far)[0]?.id;
}

function middle(area: Rect) {
  return { x: area.x + area.w / 2, y: area.y + area.h / 2 };
}
