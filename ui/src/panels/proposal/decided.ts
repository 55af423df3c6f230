/** What people decided about a change, as its record keeps it. */
import type { View } from "../../contract";
import type { Card } from "../told";

export interface Decided {
  reason?: string;
  /** What must be taken first, where it was left only because that was. */
  after?: string;
}

/** Why a change is not taken, where the to-be that holds its record is looked at. */
export function decidedOf(card: Card, cards: readonly Card[], view: View): Decided {
  const record = view.records[card.improvement];
  if (!record || !("improvement" in record)) return {};
  const { reason, falls_with } = record.improvement as Kept;
  const first = cards.find((other) => other.improvement === `improvement/${falls_with}`);
  return { ...(reason ? { reason } : {}), ...(first ? { after: first.title } : {}) };
}

/** The fields of an improvement that matter here. */
interface Kept {
  reason?: string;
  falls_with?: number;
}
