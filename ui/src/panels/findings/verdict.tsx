/** What people said to a finding, and whether that still stands. */
import { t } from "../../text";
import type { Finding } from "../told";

export function Verdict({ finding }: { finding: Finding }) {
  const { verdict } = finding;
  if (!verdict || verdict.decision === "new") return null;
  const words = [
    t(`ui-findings-said-${verdict.decision}`),
    verdict.why && t(`ui-findings-against-${verdict.why}`),
    verdict.reason,
  ];
  const said = words.filter(Boolean).join(" ");
  return (
    <p className={verdict.stands ? "quiet" : "verdict-outdated"}>
      {verdict.stands ? said : t("ui-findings-outdated", { said })}
    </p>
  );
}
