/** What a flow is called in the window: 現状, then 改善案 A, B … in the order in which they were made. */
import type { FlowCard } from "../contract";
import { t } from "../text";

export function flowWord(flow: FlowCard, flows: readonly FlowCard[]): string {
  const alike = flows.filter((other) => other.variant === flow.variant);
  if (flow.variant === "as_is") return alike.length > 1 ? flow.name : t("ui-header-as-is");
  const letter = String.fromCharCode(65 + (alike.indexOf(flow) % 26));
  return t("ui-header-to-be", { letter });
}
