/** The picture as the window has it: what is sent of it is merged in. */
import type { Item, Painting, Point, SentPainting } from "./contract";
import { reshaped, shifted, shiftedBox, shiftedPoint } from "./shift";

const HERE: Point = { x: 0, y: 0 };

/** A picture that was sent whole. */
export function wholePainting(sent: SentPainting): Painting {
  const { frame, title, items, areas, order = [] } = sent;
  return { frame, title, order, items, areas };
}

/** How far a part lies from where `items` has it. */
export function farOf({ by }: Painting, key: string): Point {
  return by?.get(key) ?? HERE;
}

/** A part where it lies. An edit may move thousands, of which few are ever looked at: it is moved when somebody asks. */
export function partOf(painting: Painting, key: string): Item | undefined {
  const item = painting.items[key];
  return item && shifted(item, farOf(painting, key));
}

/** The picture after what was sent: what is not sent again stays the same object. */
export function mergePainting(had: Painting, sent: SentPainting): Painting {
  const { frame, title } = sent;
  const order = orderAfter(had.order, sent);
  const items = { ...had.items, ...sent.items };
  const by = new Map(had.by);
  for (const key of Object.keys(sent.items)) by.delete(key);
  const moved = movedIn(order, sent);
  for (const [key, far] of moved) by.set(key, shiftedPoint(by.get(key) ?? HERE, far));
  for (const [key, runs] of Object.entries(sent.reshaped ?? {})) {
    const item = partOf(had, key);
    if (item) items[key] = reshaped(item, runs);
    by.delete(key);
  }
  const areas = areasAfter(had.areas, moved, sent);
  for (const key of sent.dropped ?? []) drop(key);
  if (sent.order) {
    const kept = new Set(order);
    for (const key of Object.keys(items)) if (!kept.has(key)) drop(key);
  }
  return { frame, title, order, items, by, areas, moved };

  function drop(key: string) {
    delete items[key];
    delete areas[key];
    by.delete(key);
  }
}

/** What moved, and how far. */
function movedIn(order: readonly string[], sent: SentPainting): Map<string, Point> {
  const moved = new Map<string, Point>();
  for (const { by, runs } of sent.moved ?? []) {
    for (const [from, n] of runs) {
      for (const key of order.slice(from, from + n)) moved.set(key, by);
    }
  }
  return moved;
}

function areasAfter(
  had: Painting["areas"],
  moved: ReadonlyMap<string, Point>,
  sent: SentPainting,
): Painting["areas"] {
  const areas = { ...had };
  for (const [key, by] of moved) {
    const area = areas[key];
    if (area) areas[key] = shiftedBox(area, by);
  }
  return Object.assign(areas, sent.areas);
}

/** What lies over what: as it did, but for what went and what came. */
function orderAfter(had: string[], { order, dropped = [], placed = [] }: SentPainting): string[] {
  if (order) return order;
  if (dropped.length === 0 && placed.length === 0) return had;
  const gone = new Set(dropped);
  const over = new Map(placed.map(({ key, over }) => [over, key]));
  const next: string[] = [];
  const put = (below: string | undefined) => {
    for (let key = over.get(below); key !== undefined; key = over.get(key)) next.push(key);
  };
  put(undefined);
  for (const key of had) {
    if (gone.has(key)) continue;
    next.push(key);
    put(key);
  }
  return next;
}
