/** Where the staff's time goes: by lane, by kind of work or by medium, as bars with their minutes and waits. */
import { useState } from "react";
import type { Hours as Told } from "../../generated/Hours";
import { t } from "../../text";
import { Switch } from "../../widgets/choice";
import { days, short } from "../number";

type By = keyof Told;

const WAYS: readonly By[] = ["lanes", "kinds", "media"];

export function Hours({ hours }: { hours: Told }) {
  const [by, setBy] = useState<By>("lanes");
  const slices = hours[by];
  if (hours.lanes.length === 0) return null;
  const most = Math.max(...slices.map((slice) => slice.share));
  return (
    <section className="hours">
      <h2>{t("ui-numbers-hours")}</h2>
      <Switch
        label={t("ui-numbers-hours-by")}
        value={by}
        options={WAYS.map((value) => ({ value, word: t(`ui-numbers-hours-${value}`) }))}
        onChange={setBy}
      />
      <ul>
        {slices.map((slice) => (
          <li key={slice.name}>
            <span className="hours-name">{slice.name}</span>
            <span className="hours-bar" aria-hidden="true">
              <span style={{ inlineSize: `${most > 0 ? (slice.share / most) * 100 : 0}%` }} />
            </span>
            <span className="hours-minutes">
              <b>{short(slice.minutes_per_case)}</b>
              <span className="unit">{t("ui-numbers-hours-unit")}</span>
            </span>
            {slice.wait_hours_per_case > 0 && (
              <span className="hours-wait small quiet">
                {t("ui-numbers-hours-wait", { days: short(days(slice.wait_hours_per_case)) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
