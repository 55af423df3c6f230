/** What tools ask of the flow that is looked at: its arrows, its nodes, which lane lies where. */
import type { EdgeFields, NodeFields, Point, RecordId, Rect, View } from "../contract";

export interface Arrow extends EdgeFields {
  id: RecordId;
}

/** The number within an id: commands write typed ids without their kind. */
export function numberOf(id: RecordId): number {
  return Number(id.slice(id.indexOf("/") + 1));
}

export function isNode(id: RecordId): boolean {
  return /^(step|gateway|event)\//.test(id);
}

/** The step, gateway or event called `id`. */
export function nodeOf(view: View, id: RecordId): NodeFields | undefined {
  const record = view.records[id];
  if (!record) return undefined;
  if ("step" in record) return record.step;
  if ("gateway" in record) return record.gateway;
  if ("event" in record) return record.event;
  return undefined;
}

export function laneOf(view: View, id: RecordId): RecordId | undefined {
  const node = nodeOf(view, id);
  return node && `lane/${node.lane}`;
}

/** What a person calls it. */
export function nameOf(view: View, id: RecordId): string {
  const record = view.records[id];
  const [fields] = record ? Object.values(record) : [];
  return typeof fields?.name === "string" ? fields.name : "";
}

export function arrows(view: View): Arrow[] {
  return Object.entries(view.records).flatMap(([id, record]) =>
    "edge" in record ? [{ id, ...record.edge }] : [],
  );
}

export function arrowOf(view: View, id: RecordId): Arrow | undefined {
  const record = view.records[id];
  return record && "edge" in record ? { id, ...record.edge } : undefined;
}

/** The lane whose band holds `at`. */
export function laneAt(view: View, at: Point): RecordId | undefined {
  return Object.entries(view.painting.areas).find(
    ([id, area]) => id.startsWith("lane/") && area && holds(area, at),
  )?.[0];
}

/** All nodes with their boxes. */
export function boxes(view: View): [RecordId, Rect][] {
  return Object.entries(view.painting.areas).flatMap(([id, area]): [RecordId, Rect][] =>
    area && isNode(id) ? [[id, area]] : [],
  );
}

export function holds(area: Rect, at: Point): boolean {
  return at.x >= area.x && at.x <= area.x + area.w && at.y >= area.y && at.y <= area.y + area.h;
}

export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** The box between two corners. */
export function between(a: Point, b: Point): Rect {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    w: Math.abs(a.x - b.x),
    h: Math.abs(a.y - b.y),
  };
}
