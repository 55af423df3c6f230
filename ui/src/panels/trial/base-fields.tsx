/** What the document says of cases and people, or does not: entered here, it counts for trying only. */
import { useId } from "react";
import type { Forecast, ForecastLane, RecordId } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Fold } from "../fold";
import { isKnown, number } from "../number";
import { Exact } from "./exact";
import type { Base } from "./levers";

interface BaseProps {
  base: Base;
  forecast: Forecast | undefined;
  /** How much of everybody was there in it. */
  staff: number;
  isOpen: boolean;
  setOpen(isOpen: boolean): void;
  set(base: Base): void;
}

/** The most people and cases that anybody means. */
const MOST = { people: 1e4, cases: 1e8 };

export function BaseFields(props: BaseProps) {
  const { base, forecast, isOpen, setOpen, set } = props;
  const about = useId();
  const lanes = forecast?.lanes ?? [];
  const isChanged = base.per_year !== undefined || Object.keys(base.people).length > 0;
  const withoutYear = (): Base => ({ people: base.people });
  const withPeople = (lane: RecordId, people: number | undefined): Base => {
    const { [lane]: _, ...others } = base.people;
    return { ...base, people: people === undefined ? others : { ...others, [lane]: people } };
  };
  return (
    <div className="trial-base">
      <Fold title={titleOf(props)} isOpen={isOpen} onOpen={setOpen}>
        <div className="trial-base-fields" role="group" aria-labelledby={about}>
          <p id={about} className="small quiet">
            {t("ui-trial-base-why")}
          </p>
          <Exact
            label={t("ui-trial-per-year")}
            value={base.per_year ?? forecast?.given.per_year ?? undefined}
            min={1}
            max={MOST.cases}
            unit={t("ui-trial-cases")}
            placeholder={t("ui-trial-unknown")}
            onChange={(per_year) => set({ ...base, per_year })}
            onClear={() => set(withoutYear())}
          />
          <div className="trial-base-people" role="group" aria-label={t("ui-trial-people-each")}>
            <p className="trial-base-head">{t("ui-trial-people-each")}</p>
            {lanes.map((lane) => (
              <Exact
                key={lane.id}
                label={lane.name}
                value={today(lane, props)}
                min={0.1}
                max={MOST.people}
                unit={t("ui-trial-people")}
                placeholder={t("ui-trial-unknown")}
                onChange={(people) => set(withPeople(lane.id, people))}
                onClear={() => set(withPeople(lane.id, undefined))}
              />
            ))}
          </div>
          {isChanged && (
            <Button kind="link" onPress={() => set({ people: {} })}>
              {t("ui-trial-base-reset")}
            </Button>
          )}
        </div>
      </Fold>
    </div>
  );
}

/** What is known, in one line: also where the fields are folded away. */
function titleOf(props: BaseProps): string {
  const { base, forecast } = props;
  const cases = base.per_year ?? forecast?.given.per_year ?? undefined;
  const people = (forecast?.lanes ?? []).map((lane) => today(lane, props));
  const known = people.filter((n) => n !== undefined);
  const said = [
    ...(cases === undefined ? [] : [t("ui-trial-base-cases", { n: number(cases) })]),
    ...(known.length === 0 || known.length < people.length
      ? []
      : [t("ui-trial-base-people", { n: number(known.reduce((sum, n) => sum + n, 0)) })]),
  ];
  if (said.length === 0) return t("ui-trial-base");
  return t("ui-trial-base-known", { known: said.join("・") });
}

/** How many people there are today: what the lever makes of them is another number. */
function today(lane: ForecastLane, { base, staff }: Pick<BaseProps, "base" | "staff">) {
  const told = base.people[lane.id];
  if (told !== undefined || !isKnown(lane.people) || staff <= 0) return told;
  return lane.people / staff;
}
