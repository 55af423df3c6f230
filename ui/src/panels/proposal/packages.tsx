/** What each range of change would give, and the way to compose with another one. */
import { useState } from "react";
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { isKnown, short } from "../number";
import type { Alternative } from "../told";
import type { Compared } from "./answers";
import { composed, PACKAGES } from "./compose";

export function Packages({ app, act, compared }: PanelProps & { compared: Compared }) {
  const [known, setKnown] = useState<readonly Alternative[]>();
  const ask = async () => {
    setKnown([]);
    const answer = await act.ask("proposal", { flow: compared.after, alternatives: true });
    if (answer) setKnown(answer.alternatives);
  };
  return (
    <section className="range-list" aria-label={t("ui-packages")}>
      <h3>{t("ui-packages")}</h3>
      {known === undefined && compared.proposal && (
        <Button kind="link" onPress={() => void ask()}>
          {t("ui-packages-count")}
        </Button>
      )}
      {areSame(known) && <p>{t("ui-packages-same")}</p>}
      <ul>
        {PACKAGES.map((one) => (
          <li key={one}>
            <div className="range-line">
              <strong>{t(`ui-propose-${one}`)}</strong>
              <Button
                kind="link"
                isDisabled={app.view?.project.read_only === true}
                onPress={() => void composed(app, act, one)}
              >
                {t("ui-propose-another")}
              </Button>
            </div>
            <p className="quiet">
              {line(known?.find((other) => other.package === one)) ?? t(`ui-propose-${one}-about`)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether all ranges come to the same figures by as many changes. */
function areSame(known: readonly Alternative[] | undefined): boolean {
  const said = known?.map((one) => line(one));
  return said !== undefined && said.length > 1 && said.every((one) => one === said[0]);
}

function line(one: Alternative | undefined): string | undefined {
  if (!one) return undefined;
  const said = (value: number | null | undefined) =>
    isKnown(value) ? short(value) : t("ui-numbers-unknown");
  const staff = said(one.staff_min_per_case);
  const residents = said(one.resident_min_per_case);
  return t("ui-packages-line", { staff, residents, n: one.changes });
}
