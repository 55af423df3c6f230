/** Reads the records of a view as the panels need them: in people's order, with ids instead of bare numbers. */
import type {
  ComplaintFields,
  EdgeFields,
  Fields,
  LaneFields,
  ModelRecord,
  NodeFields,
  PhaseFields,
  RecordId,
  StepFields,
  View,
} from "../contract";
import { numberOf } from "../tools/graph";

/** A step, gateway or event. */
export interface FlowNode {
  id: RecordId;
  is: "step" | "gateway" | "event";
  fields: NodeFields;
}

export interface Numbered<F> {
  id: RecordId;
  fields: F;
}

/** The kind of record that an id names. */
export function kindOf(id: RecordId): string {
  return id.slice(0, id.indexOf("/"));
}

/** Steps, gateways and events in the order of the list. */
export function nodesOf(view: View): FlowNode[] {
  const parts = partsOf(view);
  parts.nodes ??= ["step", "gateway", "event"]
    .flatMap((kind) => ofKind(parts, kind))
    .flatMap(([id, record]) => nodeIn(id, record))
    .sort((a, b) => a.fields.rank - b.fields.rank || numberOf(a.id) - numberOf(b.id));
  return parts.nodes;
}

type Entry = [RecordId, ModelRecord];

/** The records by their kind; by their numbers, and the nodes in order, once somebody asks for them. */
interface Parts {
  kinds: ReadonlyMap<string, readonly Entry[]>;
  sorted: Map<string, readonly Entry[]>;
  nodes?: FlowNode[];
}

/** Asked for by every panel whenever anything of the window changes; the records seldom do. */
const known = new WeakMap<View["records"], Parts>();

function partsOf({ records }: View): Parts {
  const had = known.get(records);
  if (had) return had;
  const kinds = new Map<string, Entry[]>();
  for (const [id, record] of Object.entries(records)) {
    const kind = kindOf(id);
    const all = kinds.get(kind);
    if (all) all.push([id, record]);
    else kinds.set(kind, [[id, record]]);
  }
  const parts: Parts = { kinds, sorted: new Map() };
  known.set(records, parts);
  return parts;
}

/** All records of one kind, by their numbers. */
function ofKind({ kinds, sorted }: Parts, kind: string): readonly Entry[] {
  const had = sorted.get(kind);
  if (had) return had;
  const all = [...(kinds.get(kind) ?? [])].sort(([a], [b]) => numberOf(a) - numberOf(b));
  sorted.set(kind, all);
  return all;
}

export function nodeAt(view: View, id: RecordId): FlowNode | undefined {
  const record = view.records[id];
  return record && nodeIn(id, record)[0];
}

function nodeIn(id: RecordId, record: ModelRecord): FlowNode[] {
  if ("step" in record) return [{ id, is: "step", fields: record.step }];
  if ("gateway" in record) return [{ id, is: "gateway", fields: record.gateway }];
  if ("event" in record) return [{ id, is: "event", fields: record.event }];
  return [];
}

export function stepAt(view: View, id: RecordId): StepFields | undefined {
  const record = view.records[id];
  return record && "step" in record ? record.step : undefined;
}

export function lanesOf(view: View): Numbered<LaneFields>[] {
  return ranked(
    every(view, "lane", (record) => ("lane" in record ? record.lane : undefined)).filter(
      (lane) => lane.fields.flow === numberOf(view.flow),
    ),
  );
}

export function phasesOf(view: View): Numbered<PhaseFields>[] {
  return ranked(
    every(view, "phase", (record) => ("phase" in record ? record.phase : undefined)).filter(
      (phase) => phase.fields.flow === numberOf(view.flow),
    ),
  );
}

export function edgesOf(view: View): Numbered<EdgeFields>[] {
  return every(view, "edge", (record) => ("edge" in record ? record.edge : undefined));
}

export function complaintsOf(view: View): Numbered<ComplaintFields>[] {
  return every(view, "complaint", (record) =>
    "complaint" in record ? record.complaint : undefined,
  );
}

export function itemsOf(view: View): Numbered<Fields & { name: string }>[] {
  return every(view, "item", (record) => ("item" in record ? record.item : undefined));
}

/** What `pick` takes from all records of one kind, by their numbers. */
function every<F>(
  view: View,
  kind: string,
  pick: (record: ModelRecord) => F | undefined,
): Numbered<F>[] {
  return ofKind(partsOf(view), kind).flatMap(([id, record]) => {
    const fields = pick(record);
    return fields === undefined ? [] : [{ id, fields }];
  });
}

function ranked<F extends { rank: number }>(all: Numbered<F>[]): Numbered<F>[] {
  return all.sort((a, b) => a.fields.rank - b.fields.rank);
}
