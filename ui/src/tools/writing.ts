/** From a place on the picture to a name being written there, and from the name to its command. */
import type { Writing } from "../app";
import type { Command, RecordId, Rect, View } from "../contract";
import { t } from "../text";
import { arrowOf, laneAt, laneOf, nameOf, nodeOf, numberOf } from "./graph";
import type { Make, PointedEvent } from "./tool";

/** The usual size of a step: where one is written before it has a box. */
const USUAL = { w: 150, h: 64 };

/** What a double press writes: on a thing its name, on an arrow a step within it, on an empty place a step there. */
export function renamingAt(view: View, event: PointedEvent): Writing | undefined {
  const id = event.under.node ?? event.under.head;
  return id === undefined ? addingAt(view, event) : { kind: "rename", id };
}

/** What the adding tool writes: on a step the next one. */
export function addingAt(view: View, event: PointedEvent): Writing | undefined {
  const { at, under } = event;
  const lane = under.lane ?? under.head ?? laneAt(view, at);
  if (under.node !== undefined) return followingOf(view, under.node);
  if (under.edge !== undefined) {
    const home = lane ?? laneOf(view, arrowOf(view, under.edge)?.from ?? "");
    return home === undefined ? undefined : { kind: "insert", edge: under.edge, lane: home, at };
  }
  return lane === undefined ? undefined : { kind: "add", lane, at };
}

/** The step after `node`, in the same lane. */
export function followingOf(view: View, node: RecordId): Writing | undefined {
  const area = view.painting.areas[node];
  const lane = laneOf(view, node);
  if (!area || lane === undefined) return undefined;
  const at = { x: area.x + area.w + 40 + USUAL.w / 2, y: area.y + area.h / 2 };
  return { kind: "after", node, lane, at };
}

/** Where the field stands. */
export function boxOf(view: View, writing: Writing): Rect {
  if (writing.kind === "rename") {
    const area = view.painting.areas[writing.id] ?? { x: 0, y: 0, ...USUAL };
    const isLane = writing.id.startsWith("lane/");
    return isLane ? { ...area, w: USUAL.w } : { ...area, w: Math.max(area.w, USUAL.w) };
  }
  const { at } = writing;
  return { x: at.x - USUAL.w / 2, y: at.y - USUAL.h / 2, ...USUAL };
}

/** The name that stands in the field at first. */
export function firstName(view: View, writing: Writing): string {
  return writing.kind === "rename" ? nameOf(view, writing.id) : "";
}

/** What is sent when `name` was written; nothing for an empty or unchanged one. */
export function wrote(view: View, writing: Writing, name: string): Make | undefined {
  if (writing.kind === "rename") {
    if (name === nameOf(view, writing.id)) return undefined;
    return () => ({ type: "rename", id: writing.id, name });
  }
  if (name.trim() === "") return undefined;
  const lane = numberOf(writing.lane);
  if (writing.kind === "insert") {
    const into = numberOf(writing.edge);
    return (ids) => ({ type: "insert_step", step: ids(), lane, name, into, edge: ids() });
  }
  const flow = numberOf(view.flow);
  const after = writing.kind === "after" ? writing.node : null;
  return (ids) => {
    const step = ids();
    const add: Command = { type: "add_step", step, flow, lane, name, after, edge: ids() };
    if (writing.kind === "after") return add;
    const box = boxOf(view, writing);
    const pin = { x: Math.round(box.x), y: Math.round(box.y) };
    return {
      type: "many",
      title: t("ui-tool-added", { name }),
      commands: [add, { type: "set_attribute", id: `step/${step}`, attribute: "pin", value: pin }],
    };
  };
}

/** Whether `id` is something that has a name to write. */
export function hasName(view: View, id: RecordId): boolean {
  return nodeOf(view, id) !== undefined || id.startsWith("lane/");
}
