/** What the flow takes in a year: work, money and residents' time; how busy people are; what slips through. */
import { t } from "../../text";
import { Fold } from "../fold";
import { days, isKnown, short } from "../number";
import type { Analysis } from "../told";

type Told = Analysis["year"];

export function Year({ year }: { year: Told }) {
  const lines = linesOf(year);
  if (lines.length === 0) return null;
  return (
    <section>
      <table>
        <caption>{t("ui-year")}</caption>
        <tbody>
          {lines.map(({ text, value }) => (
            <tr key={text}>
              <th scope="row">{t(text)}</th>
              <td>
                <b>{value}</b> <span className="unit">{t(`${text}-unit`)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small quiet">{t("ui-year-heads")}</p>
      {isKnown(year.hours_by_backlog) && (
        <p className="year-apart">
          {t("ui-year-backlog", { days: short(days(year.hours_by_backlog)) })}
        </p>
      )}
    </section>
  );
}

/** How busy the people of each lane are, where somebody said how many they are. */
export function Loads({ loads }: { loads: Told["loads"] }) {
  if (loads.length === 0) return null;
  return (
    <section className="hours">
      <h2>{t("ui-loads")}</h2>
      <p className="small quiet">{t("ui-loads-why")}</p>
      <ul>
        {loads.map(({ lanes, people, utilisation, at_peak, wait_hours, is_complete }) => (
          <li key={lanes.join()}>
            <span className="hours-name">
              {lanes.join("・")}{" "}
              <span className="unit">{t("ui-loads-people", { n: short(people) })}</span>
            </span>
            <span className="hours-bar" aria-hidden="true">
              <span style={{ inlineSize: `${Math.min(utilisation ?? 0, 1) * 100}%` }} />
            </span>
            <span className="hours-minutes">{percent(utilisation, is_complete)}</span>
            <span className="hours-wait small quiet">
              {isKnown(at_peak) && t("ui-loads-peak", { percent: short(at_peak * 100) })}{" "}
              {isKnown(wait_hours) && t("ui-loads-wait", { minutes: short(wait_hours * 60) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Mistakes that get through all checks. */
export function Slipping({ slipping }: { slipping: Told["slipping"] }) {
  if (slipping.length === 0) return null;
  return (
    <Fold title={t("ui-slipping")} level={2}>
      <p className="small quiet">{t("ui-slipping-why")}</p>
      <ul className="plain">
        {slipping.map(({ object, aspect, checks, per_year, is_assumed }) => (
          <li key={`${object} ${aspect}`}>
            {t("ui-slipping-line", { object, aspect, checks, n: short(per_year) })}
            {is_assumed && <span className="small quiet"> {t("ui-slipping-assumed")}</span>}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function percent(utilisation: number | null, isComplete: boolean) {
  if (!isKnown(utilisation)) return t("ui-numbers-unknown");
  return t(isComplete ? "ui-loads-percent" : "ui-loads-at-least", {
    percent: short(utilisation * 100),
  });
}

/** The figures that are known, each with its text. */
export function linesOf({ yearly, yen, in_hand }: Told): { text: string; value: string }[] {
  const figures = {
    "ui-year-fte": yearly.full_time_equivalents,
    "ui-year-personnel": yearly.personnel_yen,
    "ui-year-sheets": yearly.sheets,
    "ui-year-paper": yearly.paper_yen,
    "ui-year-letters": yearly.letters,
    "ui-year-postage": yearly.postage_yen,
    "ui-year-yen": yen,
    "ui-year-residents": yearly.resident_hours,
    "ui-year-visits": yearly.resident_visits,
    "ui-year-resident-yen": yearly.resident_yen,
    "ui-year-in-hand": in_hand,
  };
  return Object.entries(figures).flatMap(([text, figure]) =>
    isKnown(figure) && figure > 0 ? [{ text, value: short(figure) }] : [],
  );
}
