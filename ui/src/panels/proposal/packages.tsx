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
  const [isAsked, setAsked] = useState(false);
  const known = compared.proposal?.alternatives ?? [];
  return (
    <section className="range-list" aria-label={t("ui-packages")}>
      <h3>{t("ui-packages")}</h3>
      <ul>
        {PACKAGES.map((one) => (
          <li key={one}>
            <strong>{t(`ui-propose-${one}`)}</strong>
            <p className="quiet">
              {line(known.find((other) => other.package === one)) ?? t(`ui-propose-${one}-about`)}
            </p>
            {isAsked && (
              <Button onPress={() => void composed(app, act, one)}>{t("ui-propose-start")}</Button>
            )}
          </li>
        ))}
      </ul>
      {!isAsked && (
        <Button kind="link" onPress={() => setAsked(true)}>
          {t("ui-propose-another")}
        </Button>
      )}
    </section>
  );
}

function line(one: Alternative | undefined): string | undefined {
  if (!one) return undefined;
  const said = (value: number | null | undefined) =>
    isKnown(value) ? short(value) : t("ui-numbers-unknown");
  const staff = said(one.staff_min_per_case);
  const residents = said(one.resident_min_per_case);
  return t("ui-packages-line", { staff, residents, n: one.changes });
}
