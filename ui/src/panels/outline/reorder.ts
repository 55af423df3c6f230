/** Puts a card elsewhere in the list. Where it stands on a simple line, its arrows follow as part of the same undo step. */
import type { Act, Ids } from "../../app";
import type { Command, EdgeFields, Place, RecordId, View } from "../../contract";
import { t } from "../../text";
import { nameOf } from "../../tools/graph";
import { edgesOf, type FlowNode, type Numbered, nodesOf } from "../flow-records";

type Edge = Numbered<EdgeFields>;
type Neighbours = [above: RecordId | undefined, below: RecordId | undefined];

/** Moves it a place up or down, from where it is once everything sent before has arrived. */
export function moveBy(act: Act, view: View, id: RecordId, by: -1 | 1): void {
  const title = t("ui-tool-moved", { name: nameOf(view, id) });
  void act.send((ids, newest) => newest && movedBy(newest, id, by)?.(title)(ids));
}

/** One place up or down. Over the border of a phase the first press only changes the phase. */
export function movedBy(
  view: View,
  id: RecordId,
  by: -1 | 1,
): ((title: string) => (ids: Ids) => Command) | undefined {
  const nodes = nodesOf(view);
  const at = nodes.findIndex((node) => node.id === id);
  const [self, beside] = [nodes[at], nodes[at + by]];
  if (!self || !beside) return undefined;
  if (self.fields.phase !== beside.fields.phase) return () => () => intoPhase(self, beside);
  const place: Place = by < 0 ? { before: beside.id } : { after: beside.id };
  return (title) => movedTo(view, id, place, title);
}

/** To `place`, and into the phase of the card there. */
export function movedTo(
  view: View,
  id: RecordId,
  place: Place,
  title: string,
): (ids: Ids) => Command {
  return (ids) => {
    const reorder: Command = { type: "reorder", id, place };
    const rest = [...phaseCommands(view, id, place), ...arrowCommands(view, id, place, ids)];
    return rest.length === 0 ? reorder : { type: "many", title, commands: [reorder, ...rest] };
  };
}

function besideOf(place: Place): RecordId {
  return "before" in place ? place.before : place.after;
}

function intoPhase(self: FlowNode, beside: FlowNode): Command {
  const value = beside.fields.phase ?? null;
  return { type: "set_attribute", id: self.id, attribute: "phase", value };
}

function phaseCommands(view: View, id: RecordId, place: Place): Command[] {
  const nodes = nodesOf(view);
  const self = nodes.find((node) => node.id === id);
  const beside = nodes.find((node) => node.id === besideOf(place));
  if (!self || !beside || self.fields.phase === beside.fields.phase) return [];
  return [intoPhase(self, beside)];
}

/** The neighbours in the list once the card stands at `place`. */
function neighbours(view: View, id: RecordId, place: Place): Neighbours {
  const others = nodesOf(view).filter((node) => node.id !== id);
  const at = others.findIndex((node) => node.id === besideOf(place));
  if (at < 0) return [undefined, undefined];
  const below = "before" in place ? at : at + 1;
  return [others[below - 1]?.id, others[below]?.id];
}

/** Takes the card out of its line and puts it into the one at its new place; nothing where either is no simple line. */
function arrowCommands(view: View, id: RecordId, place: Place, ids: Ids): Command[] {
  const edges = edgesOf(view);
  const inward = edges.filter((edge) => edge.fields.to === id);
  const [onward, second] = edges.filter((edge) => edge.fields.from === id);
  const isLoose = inward.length === 0 && !onward;
  if (!id.startsWith("step/") || second || isLoose) return [];
  const closed = closedUp(edges, inward, onward);
  if (!closed) return [];
  const left = [
    ...edges.filter((edge) => !inward.includes(edge) && edge !== onward),
    ...closed.edges,
  ];
  const put = putBetween(left, id, neighbours(view, id, place), onward, ids);
  return put ? [...closed.commands, ...put] : [];
}

/** Whoever led to the card then leads to what followed it. */
function closedUp(
  edges: Edge[],
  inward: Edge[],
  onward: Edge | undefined,
): { edges: Edge[]; commands: Command[] } | undefined {
  const to = onward?.fields.to;
  if (to === undefined) {
    if (inward.some((edge) => edge.fields.from.startsWith("gateway/"))) return undefined;
    return { edges: [], commands: inward.map(({ id }) => ({ type: "remove", id })) };
  }
  const isTaken = (edge: Edge) =>
    edge.fields.from === to ||
    edges.some((it) => it.fields.from === edge.fields.from && it.fields.to === to);
  if (inward.some(isTaken)) return undefined;
  const next = inward.map((edge) => ({ id: edge.id, fields: { ...edge.fields, to } }));
  return { edges: next, commands: next.map(revised) };
}

/** The arrow between the two neighbours then ends at the card, and the card's own arrow leads on. */
function putBetween(
  left: Edge[],
  id: RecordId,
  [above, below]: Neighbours,
  onward: Edge | undefined,
  ids: Ids,
): Command[] | undefined {
  const between = left.find((edge) => edge.fields.from === above && edge.fields.to === below);
  if (between && below) {
    const ending = revised({ id: between.id, fields: { ...between.fields, to: id } });
    return [ending, leading(onward, id, below, ids)];
  }
  if (above === undefined && below && !left.some((edge) => edge.fields.to === below)) {
    return onward && onward.fields.to === below ? [] : [leading(onward, id, below, ids)];
  }
  if (below === undefined && above && !left.some((edge) => edge.fields.from === above)) {
    return [leading(onward, above, id, ids)];
  }
  return undefined;
}

/** An arrow from `from` to `to`: the card's own one where it has one. */
function leading(own: Edge | undefined, from: RecordId, to: RecordId, ids: Ids): Command {
  if (!own) return { type: "connect", edge: ids(), from, to };
  return revised({ id: own.id, fields: { ...own.fields, from, to } });
}

function revised({ id, fields }: Edge): Command {
  const { bends: _bends, ...straight } = fields;
  return { type: "revise", id, record: { edge: straight as EdgeFields } };
}
