/** What Rust tells of findings, figures and changes, by the names the panels use. */
import type { App } from "../app";
import type { Comparison, FlowCard, RecordId, View } from "../contract";
import type { Analysis } from "../generated/Analysis";
import type { Avoidable as WrittenAvoidable } from "../generated/Avoidable";
import type { Metrics as WrittenMetrics } from "../generated/Metrics";
import type { Told } from "../generated/Told";

export type { Alternative } from "../generated/Alternative";
export type { Analysis } from "../generated/Analysis";
export type { Card } from "../generated/Card";
export type { Kept } from "../generated/Kept";
export type { Level } from "../generated/Level";
export type { ProposalCards as Proposal } from "../generated/ProposalCards";
export type { Ranges } from "../generated/Ranges";

export type Finding = Told;
/** What is not known is null; who shows figures takes part of them, too. */
export type Metrics = Partial<WrittenMetrics>;
export type Avoidable = Partial<WrittenAvoidable>;
/** Which record each key printed on a step stands for. */
export type Keys = Record<string, RecordId>;

/** The findings and figures of the flow looked at, where they are there. */
export function analysisOf({ analysis, view }: App): Analysis | undefined {
  return analysis && analysis.flow === view?.flow ? analysis.analysis : undefined;
}

/** Which steps the findings mean. */
export function keysOf(app: App): Keys {
  return app.analysis?.keys ?? {};
}

/** The figures of a comparison, before and after. */
export function metricsOf({ before, after }: Comparison): { before: Metrics; after: Metrics } {
  return { before, after };
}

/** The flow looked at. */
export function flowOf(view: View): FlowCard | undefined {
  return view.flows.find((flow) => flow.id === view.flow);
}

/** The records that the printed keys `steps` stand for. */
export function recordsOf(keys: Keys, steps: readonly string[]): RecordId[] {
  return steps.flatMap((step) => keys[step] ?? []);
}

/** Where a finding was found. */
export function placeOf(app: App, finding: Finding): RecordId[] {
  return finding.at ?? recordsOf(keysOf(app), finding.steps);
}

/** What a step of the flow looked at is called; its id where it is not there. */
export function nameOf(app: App, id: RecordId): string {
  const record = app.view?.records[id];
  if (record && "step" in record) return record.step.name;
  if (record && "gateway" in record) return record.gateway.name;
  if (record && "event" in record) return record.event.name;
  return id;
}
