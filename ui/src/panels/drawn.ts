/** Small views for tests: a flow told as lanes, nodes and arrows. */
import type { ComplaintFields, EdgeFields, ModelRecord, RecordId, View } from "../contract";

export interface Drawn {
  lanes?: string[];
  phases?: string[];
  /** In the order of the list: id, and what is to be said of it. */
  nodes: [id: RecordId, more?: { name?: string; lane?: number; phase?: number }][];
  arrows?: [from: RecordId, to: RecordId, more?: Partial<EdgeFields>][];
  voices?: Partial<ComplaintFields>[];
}

/** A view of flow/1 of process/1: lanes from lane/1, phases from phase/1, arrows from edge/1. */
export function drawn({
  lanes = ["受付"],
  phases = [],
  nodes,
  arrows = [],
  voices = [],
}: Drawn): View {
  const records: Record<RecordId, ModelRecord> = {};
  lanes.forEach((name, n) => {
    records[`lane/${n + 1}`] = { lane: { flow: 1, rank: n, name, kind: "staff" } };
  });
  phases.forEach((name, n) => {
    records[`phase/${n + 1}`] = { phase: { flow: 1, rank: n, name } };
  });
  nodes.forEach(([id, more], rank) => {
    const fields = { flow: 1, rank, name: id, lane: 1, ...more };
    records[id] = id.startsWith("step/")
      ? { step: fields }
      : { gateway: { ...fields, kind: "branch" } };
  });
  arrows.forEach(([from, to, more], n) => {
    records[`edge/${n + 1}`] = { edge: { flow: 1, from, to, split: "sequence", ...more } };
  });
  voices.forEach((more, n) => {
    const fields = { flow: 1, voice: "staff", kind: "complaint", text: "", ...more };
    records[`complaint/${n + 1}`] = { complaint: fields };
  });
  return {
    ...SHELL,
    records,
    painting: { frame: { x: 0, y: 0, w: 0, h: 0 }, title: "", order: [], items: {}, areas: {} },
  };
}

const SHELL = {
  serial: 1,
  whole: true,
  revision: 1,
  project: { name: "業務", path: "/kaizu/業務.kaizu", draft: true, read_only: false },
  processes: [{ id: "process/1", name: "業務", illustrative: false }],
  process: "process/1",
  flows: [{ id: "flow/1", name: "現状", variant: "as_is" as const }],
  flow: "flow/1",
  heat: "hidden" as const,
  gone: [],
  next: 100,
  losses: [],
};
