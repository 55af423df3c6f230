/** How the weight of a finding came about: which part of each whole it is, what that counts, and how sure it is. */
import type { Weighing as Weight } from "../../generated/Weighing";
import { t } from "../../text";
import { Fold } from "../fold";
import { isKnown, short } from "../number";
import type { Finding } from "../told";

const PARTS = ["staff", "residents", "lead", "voices"] as const;

export function Weighing({ finding }: { finding: Finding }) {
  const terms = termsOf(finding.weight);
  if (terms.length === 0 || finding.level === "info" || !finding.waste) return null;
  return (
    <Fold title={t("ui-findings-weighing")}>
      <table className="weighing">
        <tbody>
          {terms.map(({ part, percent, weight }) => (
            <tr key={part}>
              <th scope="row">{t(`ui-findings-weighing-${part}`)}</th>
              <td>{t("ui-findings-weighing-term", { percent, weight })}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t("ui-findings-weighing-confidence")}</th>
            <td>× {short(finding.confidence)}</td>
          </tr>
          <tr>
            <th scope="row">{t("ui-findings-weighing-priority")}</th>
            <td>
              <b>{short(finding.weight.priority)}</b>
            </td>
          </tr>
        </tbody>
      </table>
      <p className="small quiet">
        {t(
          finding.guards.length > 0
            ? "ui-findings-weighing-guarded"
            : "ui-findings-weighing-levels",
        )}
      </p>
    </Fold>
  );
}

/** The parts that are known, as they read. */
export function termsOf(weight: Weight): { part: string; percent: string; weight: string }[] {
  return PARTS.flatMap((part, n) => {
    const share = weight[part];
    return isKnown(share)
      ? [{ part, percent: short(share * 100), weight: short(weight.weights[n] ?? 0) }]
      : [];
  });
}
