/** Puts a step into an arrow; one that stands elsewhere is taken out there first, and its arrows close up. */
import type { Command, RecordId, View } from "../contract";
import { t } from "../text";
import { type Arrow, arrows, laneOf, nameOf, nodeOf, numberOf } from "./graph";
import type { Make } from "./tool";

/**
 * The one command that puts `step` into `into`, in `lane`. Nothing where that cannot be done honestly: the arrow is its
 * own, or the step branches, so that nobody could say which way closes up.
 */
export function insertion(
  view: View,
  step: RecordId,
  into: RecordId,
  lane: RecordId | undefined,
): Make | undefined {
  if (!step.startsWith("step/")) return undefined;
  const all = arrows(view);
  const mine = all.filter((arrow) => arrow.from === step || arrow.to === step);
  const onward = mine.filter((arrow) => arrow.from === step);
  if (mine.some((arrow) => arrow.id === into) || onward.length > 1) return undefined;
  const from = all.find((arrow) => arrow.id === into)?.from;
  const before = [
    ...takenOut(all, step, mine, onward[0]?.to),
    ...settled(view, step, lane),
    ...listed(view, step, from),
  ];
  const name = nameOf(view, step);
  return (ids) => {
    const insert: Command = {
      type: "insert_step",
      step: numberOf(step),
      lane: numberOf(lane ?? laneOf(view, step) ?? ""),
      name,
      into: numberOf(into),
      edge: ids(),
    };
    if (before.length === 0) return insert;
    return { type: "many", title: t("ui-tool-inserted", { name }), commands: [...before, insert] };
  };
}

/** Leads whatever came to `step` on to what follows it. */
function takenOut(
  all: readonly Arrow[],
  step: RecordId,
  mine: readonly Arrow[],
  next: RecordId | undefined,
): Command[] {
  return mine.map((arrow): Command => {
    const isTwin = all.some((other) => other.from === arrow.from && other.to === next);
    const closesUp = arrow.to === step && next !== undefined && next !== arrow.from && !isTwin;
    if (!closesUp) return { type: "remove", id: arrow.id };
    return { type: "set_attribute", id: arrow.id, attribute: "to", value: next };
  });
}

/** In the list of cards behind the step that now leads to it. */
function listed(view: View, step: RecordId, from: RecordId | undefined): Command[] {
  const rank = (id: RecordId) => nodeOf(view, id)?.rank ?? 0;
  if (from === undefined) return [];
  const isBetween = (id: RecordId) => rank(id) > rank(from) && rank(id) < rank(step);
  const isBehind = rank(step) > rank(from) && !Object.keys(view.records).some(isBetween);
  return isBehind ? [] : [{ type: "reorder", id: step, place: { after: from } }];
}

/** In its lane, and no longer where somebody had put it: the arrow says where it stands. */
function settled(view: View, step: RecordId, lane: RecordId | undefined): Command[] {
  const commands: Command[] = [];
  if (lane !== undefined && lane !== laneOf(view, step)) {
    commands.push({ type: "move_step", node: step, lane: numberOf(lane) });
  }
  if (nodeOf(view, step)?.pin) {
    commands.push({ type: "set_attribute", id: step, attribute: "pin", value: null });
  }
  return commands;
}
