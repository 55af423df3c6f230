/** What could be avoided altogether: what overlaps is counted once. */
import { t } from "../../text";
import type { Analysis } from "../told";
import { AmountLine } from "./amount-line";
import { amounts } from "./amounts";

export function Total({ analysis }: { analysis: Analysis }) {
  const { total_avoidable } = analysis;
  const isKnown = amounts(total_avoidable, 0).length > 0;
  return (
    <section className="findings-total" aria-label={t("ui-findings-union")}>
      <h2>{t("ui-findings-union")}</h2>
      {isKnown ? (
        <>
          <AmountLine avoidable={total_avoidable} voices={0} />
          <p className="quiet">
            {t("ui-findings-union-why")}
            {analysis.illustrative && ` ${t("ui-numbers-illustrative")}`}
          </p>
        </>
      ) : (
        <p className="quiet">{t("ui-findings-nothing-known")}</p>
      )}
    </section>
  );
}
