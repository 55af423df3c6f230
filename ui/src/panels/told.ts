/** What Rust tells of findings, figures and changes, as the panels read it. */
import type { Analysed, Comparison, FlowCard, ModelRecord, RecordId, View } from "../contract";

export type Level = "high" | "medium" | "low" | "info";

export interface Avoidable {
  staff_minutes_per_year?: number | null;
  resident_minutes_per_year?: number | null;
  lead_hours?: number | null;
  sheets_per_year?: number | null;
  errors_per_year?: number | null;
}

/** What people decided about a finding. */
export interface Verdict {
  decision: "new" | "accepted" | "excluded";
  reason?: string;
}

export interface Finding {
  detector: string;
  name: string;
  steps: RecordId[];
  level: Level;
  confidence: number;
  avoidable: Avoidable;
  guards: string[];
  sentence: string;
  why: string;
  what_to_do: string;
  complaints: number[];
  rewrites: string[];
  verdict?: Verdict;
}

/** A step that stays, and why. */
export interface Kept {
  step: RecordId;
  name: string;
  reason: string;
}

/** The figures of one case; what is not known is absent or null. */
export interface Metrics {
  staff_min_per_case?: number | null;
  resident_min_per_case?: number | null;
  handoffs?: number | null;
  media_changes?: number | null;
  transcriptions?: number | null;
  checks?: number | null;
  seals_approvals?: number | null;
  lead_working_hours?: number | null;
  staff_hours_per_year?: number | null;
  sheets_per_case?: number | null;
  resident_visits_per_case?: number | null;
  cycle_time_efficiency?: number | null;
  dx_stage_shares?: number[] | null;
}

export interface Analysis {
  illustrative: boolean;
  metrics: Metrics;
  findings: Finding[];
  total_avoidable: Avoidable;
  protected: Kept[];
  unknown_inputs: { minutes: RecordId[]; waits: RecordId[]; volume: boolean };
}

/** One figure that a change rests on. */
export interface Assumption {
  name: string;
  label: string;
  low: number;
  likely: number;
  high: number;
  source: string;
}

export interface Card {
  improvement: RecordId;
  accepted: boolean;
  reason?: string;
  rewrite: string;
  class: "eliminate" | "reduce" | "change";
  title: string;
  steps: RecordId[];
  new_steps: RecordId[];
  complaints: number[];
  who: string;
  what: string;
  how: string;
  effect: string;
  loses: string[];
  procedure_needed: string[];
  depends_on: number[];
  authority: string;
  cost_class: "low" | "middle" | "high";
  delta: Record<string, number>;
  assumptions: Assumption[];
}

export interface Invariant {
  id: string;
  holds: boolean;
  why: string;
}

export interface Alternative {
  package: string;
  staff_min_per_case?: number | null;
  resident_min_per_case?: number | null;
  changes: number;
}

/** A proposal as its cards show it. */
export interface Proposal {
  cards: Card[];
  before: Metrics;
  after: Metrics;
  staff_range?: [number, number];
  invariants: Invariant[];
  kept: Kept[];
  alternatives: Alternative[];
  accepted: number;
  total: number;
}

/** The findings of `analysed`, where they are there. */
export function analysisOf(analysed: Analysed | undefined): Analysis | undefined {
  return analysed?.analysis as Analysis | undefined;
}

/** The figures of a comparison, before and after. */
export function metricsOf(comparison: Comparison): { before: Metrics; after: Metrics } {
  return { before: comparison.before as Metrics, after: comparison.after as Metrics };
}

/** The flow looked at. */
export function flowOf(view: View): FlowCard | undefined {
  return view.flows.find((flow) => flow.id === view.flow);
}

/** The records named by `steps`, which may be written as ids or as the keys printed on the steps. */
export function recordsOf(view: View, steps: readonly string[]): RecordId[] {
  const byKey = new Map<string, RecordId>();
  for (const [id, record] of Object.entries(view.records)) {
    const key = keyOf(record);
    if (key) byKey.set(key, id);
  }
  return steps.flatMap((step) => {
    const id = view.records[step] || view.painting.areas[step] ? step : byKey.get(step);
    return id ? [id] : [];
  });
}

/** What a step is called; its id where it is not in the view. */
export function nameOf(view: View, id: RecordId): string {
  const record = view.records[id];
  if (record && "step" in record) return record.step.name;
  if (record && "gateway" in record) return record.gateway.name;
  if (record && "event" in record) return record.event.name;
  return id;
}

function keyOf(record: ModelRecord): string | undefined {
  if ("step" in record) return record.step.key;
  if ("gateway" in record) return record.gateway.key;
  if ("event" in record) return record.event.key;
  return undefined;
}
