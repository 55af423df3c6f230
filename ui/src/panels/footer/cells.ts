/** What the line at the foot says: figures of one flow, or of two as before → after. */
import type { View } from "../../contract";
import { numberOf } from "../../tools/graph";
import { type FlowNode, lanesOf, nodesOf } from "../flow-records";
import { days, isKnown, short } from "../number";
import type { Metrics } from "../told";

/** One figure in the line: texts of the catalogue around a number or two. */
export interface Cell {
  label: string;
  /** Absent where nobody entered what it needs. */
  value?: string;
  after?: string;
  unit?: string;
}

/** What a flow is counted by. */
export interface Counted {
  steps: number;
  lanes: number;
  metrics?: Metrics | undefined;
}

/** Steps and lanes of the flow looked at; branches and events are no steps. */
export function counted(view: View, metrics: Metrics | undefined): Counted {
  const flow = numberOf(view.flow);
  const isStep = ({ is, fields }: FlowNode) => is === "step" && fields.flow === flow;
  const steps = nodesOf(view).filter(isStep).length;
  return { steps, lanes: lanesOf(view).length, metrics };
}

/** The cells of the line; with `after` each tells both. */
export function cells(before: Counted, after?: Counted): Cell[] {
  const read = (
    label: string,
    of: (flow: Counted) => number | null | undefined,
    unit?: string,
  ): Cell => {
    const [was, is] = [of(before), after && of(after)];
    return {
      label,
      ...(isKnown(was) ? { value: short(was) } : {}),
      ...(isKnown(was) && isKnown(is) ? { after: short(is) } : {}),
      ...(unit ? { unit } : {}),
    };
  };
  const lead = (flow: Counted) => {
    const hours = flow.metrics?.lead_working_hours;
    return isKnown(hours) ? days(hours) : undefined;
  };
  const working = (flow: Counted) => {
    const share = flow.metrics?.cycle_time_efficiency;
    return isKnown(share) ? share * 100 : undefined;
  };
  return [
    read("ui-footer-steps", (flow) => flow.steps),
    read("ui-footer-lanes", (flow) => flow.lanes),
    read("ui-footer-staff", (flow) => flow.metrics?.staff_min_per_case, "ui-footer-per-case"),
    read(
      "ui-footer-residents",
      (flow) => flow.metrics?.resident_min_per_case,
      "ui-footer-per-case",
    ),
    read("ui-footer-lead", lead, "ui-footer-days"),
    read("ui-footer-hours", (flow) => flow.metrics?.staff_hours_per_year, "ui-footer-hours-unit"),
    ...(after ? [] : [read("ui-footer-working", working, "ui-figure-working-unit")]),
  ];
}
