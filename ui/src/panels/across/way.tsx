/** A resident's way through the offices: process by process, where they go, what they write, how long it takes. */
import type { Act } from "../../app";
import type { Leg } from "../../generated/Leg";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { days, isKnown, short } from "../number";

export function Way({ act, legs }: { act: Act; legs: readonly Leg[] }) {
  const go = (leg: Leg) => {
    act.look({ process: leg.process });
    act.closeDialog();
  };
  return (
    <ol className="way" aria-label={t("ui-across-way")}>
      {legs.map((leg) => (
        <li key={leg.process} className="way-leg">
          <Button kind="link" onPress={() => go(leg)}>
            {leg.name}
          </Button>
          <dl>
            {linesOf(leg).map(({ word, told }) => (
              <div key={word}>
                <dt>{t(word)}</dt>
                <dd>{told}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}

/** What is known of one process, each with its word. */
export function linesOf(leg: Leg): { word: string; told: string }[] {
  const list = (all: readonly string[]) => all.join(t("ui-across-and"));
  return [
    leg.counters.length > 0 && { word: "ui-across-counters", told: list(leg.counters) },
    isKnown(leg.visits) && {
      word: "ui-across-visits",
      told: t("ui-across-times", { n: short(leg.visits) }),
    },
    isKnown(leg.minutes) && {
      word: "ui-across-minutes",
      told: t("ui-across-min", { n: short(leg.minutes) }),
    },
    leg.items.length > 0 && { word: "ui-across-items", told: list(leg.items) },
    isKnown(leg.lead_hours) && {
      word: "ui-across-lead",
      told: t("ui-across-days", { n: short(days(leg.lead_hours)) }),
    },
  ].filter((line) => line !== false);
}
