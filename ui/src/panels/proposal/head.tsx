/** What all accepted changes bring: staff and residents, before and after, and how sure that is. */
import type { App } from "../../app";
import { t } from "../../text";
import { Badge } from "../../widgets/sign";
import { isKnown, short } from "../number";
import type { Proposal } from "../told";

interface HeadProps {
  app: App;
  proposal: Proposal;
  /** Whether the figures are about what was decided last. */
  isFresh: boolean;
}

export function Head({ app, proposal, isFresh }: HeadProps) {
  const { before, after, staff_range: range } = proposal;
  const process = app.view?.processes.find((one) => one.id === app.view?.process);
  return (
    <section className="head" aria-busy={!isFresh} aria-label={t("ui-cards-head")}>
      <p className="head-figures">
        <Both
          label="ui-cards-staff"
          was={before.staff_min_per_case}
          is={after.staff_min_per_case}
        />
        <Both
          label="ui-cards-residents"
          was={before.resident_min_per_case}
          is={after.resident_min_per_case}
        />
      </p>
      <p className="quiet" role="status" title={range && t("ui-cards-range-why")}>
        {isFresh ? said(proposal) : t("ui-cards-counting")}
      </p>
      <p className="small quiet">
        {process?.illustrative && (
          <>
            <Badge kind="example">{t("ui-numbers-illustrative-mark")}</Badge>{" "}
            {t("ui-numbers-illustrative")}{" "}
          </>
        )}
        {t("ui-cards-safe")} {t("ui-numbers-heads")}
      </p>
    </section>
  );
}

/** How many are taken, and between which ends the staff's time lies. */
function said({ staff_range: range, accepted, total }: Proposal): string {
  const taken = t("ui-cards-accepted", { accepted, total });
  if (!range) return taken;
  return `${taken} ・ ${t("ui-cards-range", { low: short(range[0]), high: short(range[1]) })}`;
}

interface BothProps {
  label: string;
  was: number | null | undefined;
  is: number | null | undefined;
}

function Both({ label, was, is }: BothProps) {
  const said = (value: number | null | undefined) =>
    isKnown(value) ? short(value) : t("ui-numbers-unknown");
  return (
    <span className="both">
      {t(label)} <b>{said(was)}</b> → <b>{said(is)}</b>{" "}
      <span className="unit">{t("ui-cards-per-case")}</span>
    </span>
  );
}
