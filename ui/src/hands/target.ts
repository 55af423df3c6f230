/** What a menu is about: what lies under the pointer, or what the keyboard stands on. */
import type { App } from "../app";
import type { Point, RecordId, View } from "../contract";
import { isNode, laneAt } from "../tools/graph";
import type { Under } from "../tools/tool";

export type Target =
  | { on: "nodes" | "edge" | "lane"; id: RecordId }
  /** Empty paper, in the band of a lane or outside of all. */
  | { on: "paper"; at: Point; lane: RecordId | undefined };

/** What lies under the pointer at `at` in the picture. */
export function targetUnder(view: View, under: Under, at: Point): Target {
  const id = under.node ?? under.edge ?? under.head;
  return id === undefined
    ? { on: "paper", at, lane: under.lane ?? laneAt(view, at) }
    : { on: kindOf(id), id };
}

/** What was chosen last. */
export function targetChosen({ view, selection, focused }: App): Target | undefined {
  const id = selection.at(-1) ?? focused;
  if (!view || id === undefined || !view.records[id]) return undefined;
  return isNode(id) || id.startsWith("edge/") || id.startsWith("lane/")
    ? { on: kindOf(id), id }
    : undefined;
}

/** What is chosen when the menu opens: several things stay chosen where one of them is meant. */
export function chosenFor(target: Target, selection: readonly RecordId[]): readonly RecordId[] {
  if (target.on === "paper") return [];
  return selection.includes(target.id) ? selection : [target.id];
}

function kindOf(id: RecordId) {
  if (isNode(id)) return "nodes";
  return id.startsWith("edge/") ? "edge" : "lane";
}
