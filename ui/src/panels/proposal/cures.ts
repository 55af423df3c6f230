/** Whether any change of a proposal is about a finding. */
import type { Card, Finding } from "../told";

/** `place` is where the finding stands in the analysis of the flow that the proposal was made from. */
export function isCured(finding: Finding, place: number, cards: readonly Card[]): boolean {
  return cards.some(
    (card) =>
      card.findings.includes(place) ||
      (finding.rewrites.includes(card.rewrite) &&
        card.steps.some((step) => finding.steps.includes(step))),
  );
}
