/** Which two flows of a process are laid side by side. */
import type { RecordId, View } from "../../contract";
import { flowWord } from "../flow-word";

export interface Pair {
  before: RecordId;
  after: RecordId;
  /** Whether the to-be was made out of the as-is, so that there are changes to decide about. */
  isComposed: boolean;
}

/** The to-be looked at and what it was made from; looking at the as-is, its latest to-be. Nothing without a to-be. */
export function pairOf(view: View): Pair | undefined {
  const asIs = view.flows.filter((flow) => flow.variant === "as_is");
  const toBe = view.flows.filter((flow) => flow.variant === "to_be");
  const looked = view.flows.find((flow) => flow.id === view.flow);
  const madeHere = toBe.filter((flow) => flow.made_from === view.flow);
  const after = looked?.variant === "to_be" ? looked : (madeHere.at(-1) ?? toBe.at(-1));
  const before = after && (asIs.find((flow) => flow.id === after.made_from) ?? asIs[0]);
  if (!before || !after) return undefined;
  const isComposed = after.made_from !== undefined;
  return { before: before.id, after: after.id, isComposed };
}

/** What the to-be of a pair is called. */
export function nameOfToBe(view: View, { after }: Pair): string {
  const flow = view.flows.find((one) => one.id === after);
  return flow ? flowWord(flow, view.flows) : "";
}
