/** What a proposal keeps: steps with their reasons, and what was verified. */
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { type Proposal, recordsOf } from "../told";
import type { Compared } from "./answers";

interface KeptProps {
  compared: Compared;
  light(ids: RecordId[]): void;
}

export function KeptView({ compared, light }: KeptProps) {
  const { proposal, comparison } = compared;
  if (!proposal) return <p className="middle-state">{t("ui-kept-none")}</p>;
  const show = (step: string) => {
    const above = recordsOf(comparison.keys_before, [step]);
    light([...above, ...recordsOf(comparison.keys_after, [step])]);
  };
  const unneeded = proposal.invariants.filter((one) => proposal.unneeded.includes(one.id));
  const looked = proposal.invariants.filter((one) => !unneeded.includes(one));
  return (
    <div className="kept">
      <h3>{t("ui-kept-steps-count", { n: proposal.kept.length })}</h3>
      <ul>
        {proposal.kept.map((kept) => (
          <li key={kept.step} className="kept-row">
            <Button kind="link" onPress={() => show(kept.step)}>
              {kept.name}
            </Button>
            <p className="quiet">{kept.reason}</p>
          </li>
        ))}
      </ul>
      <h3>{t("ui-kept-rules-count", { n: looked.length })}</h3>
      <ul>
        {[...looked, ...unneeded].map((one) => (
          <li key={one.id} className="kept-row" data-broken={!one.holds || undefined}>
            <p>
              {unneeded.includes(one) ? (
                <span className="quiet">{t("ui-kept-unneeded")}</span>
              ) : (
                <strong className="holds">
                  {one.holds ? `✓ ${t("ui-kept-holds")}` : `! ${t("ui-kept-broken")}`}
                </strong>
              )}{" "}
              <span className={unneeded.includes(one) ? "quiet" : ""}>{one.why}</span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How many things are kept or were verified. */
export function keptIn({ kept, invariants, unneeded }: Proposal): number {
  return kept.length + invariants.length - unneeded.length;
}
