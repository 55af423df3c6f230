/** What Rust tells of findings, figures and changes, as the panels read it. */
import type { App } from "../app";
import type { Analysed, Comparison, FlowCard, RecordId, View } from "../contract";

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
  /** What was seen, without the amounts, which the line of figures shows. */
  seen?: string;
  sentence: string;
  why: string;
  what_to_do: string;
  complaints: number[];
  rewrites: string[];
  verdict?: Verdict;
  /** Where, as records. */
  at?: RecordId[];
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
  /** Why people left it. */
  reason?: string;
  /** Said where it is left only because another one is. */
  because?: string;
  /** The voices it answers, in people's own words. */
  voices?: string[];
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
  /** Whether the to-be was drawn on since: then nothing can be decided about it any more. */
  edited?: boolean;
}

/** The findings and figures of the flow looked at, where they are there. */
export function analysisOf(app: App): Analysis | undefined {
  const { analysis: analysed, view } = app;
  return analysed && analysed.flow === view?.flow
    ? (analysed.analysis as unknown as Analysis)
    : undefined;
}

/** Which steps the findings mean. */
export function keysOf(app: App): Keys {
  return (app.analysis as (Analysed & { keys?: Keys }) | undefined)?.keys ?? {};
}

/** Two flows, with the record that each printed key stands for. */
export type ComparedFlows = Comparison & { keys_before: Keys; keys_after: Keys };

/** The figures of a comparison, before and after. */
export function metricsOf(comparison: Comparison): { before: Metrics; after: Metrics } {
  return { before: comparison.before as Metrics, after: comparison.after as Metrics };
}

/** The flow looked at. */
export function flowOf(view: View): FlowCard | undefined {
  return view.flows.find((flow) => flow.id === view.flow);
}

/** Which record each key printed on a step stands for. */
export type Keys = Record<string, RecordId>;

/** The records that the printed keys `steps` stand for. */
export function recordsOf(keys: Keys, steps: readonly string[]): RecordId[] {
  return steps.flatMap((step) => keys[step] ?? []);
}

/** What a step of the flow looked at is called; its id where it is not there. */
export function nameOf(app: App, id: RecordId): string {
  const record = app.view?.records[id];
  if (record && "step" in record) return record.step.name;
  if (record && "gateway" in record) return record.gateway.name;
  if (record && "event" in record) return record.event.name;
  return id;
}

/** Where a finding was found. */
export function placeOf(app: App, finding: Finding): RecordId[] {
  return finding.at ?? recordsOf(keysOf(app), finding.steps);
}
