/** Steps that stay whatever is proposed, with the reason. */

import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Fold } from "../fold";
import { type Kept, keysOf, recordsOf } from "../told";

export function KeptSteps({ app, act, kept }: PanelProps & { kept: Kept[] }) {
  if (kept.length === 0) return null;
  return (
    <Fold title={t("ui-findings-kept", { n: kept.length })} level={2}>
      <p className="quiet">{t("ui-findings-kept-why")}</p>
      <ul className="plain">
        {kept.map((step) => (
          <li key={step.step} className="kept-row">
            <Button
              kind="link"
              onPress={() => act.select(recordsOf(keysOf(app), [step.step]), { reveal: true })}
            >
              {step.name}
            </Button>
            <p className="quiet">{step.reason}</p>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
