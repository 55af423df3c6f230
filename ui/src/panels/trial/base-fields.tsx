/** What the document says of cases and people, or does not: entered here, it counts for trying only. */
import { useId } from "react";
import type { App } from "../../app";
import type { Forecast, RecordId } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Fold } from "../fold";
import { number } from "../number";
import { Exact } from "./exact";
import type { Base } from "./levers";

interface BaseProps {
  app: App;
  base: Base;
  forecast: Forecast | undefined;
  isOpen: boolean;
  setOpen(isOpen: boolean): void;
  set(base: Base): void;
}

/** The most people and cases that anybody means. */
const MOST = { people: 1e4, cases: 1e8 };

export function BaseFields({ app, base, forecast, isOpen, setOpen, set }: BaseProps) {
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
      <Fold title={titleOf(app, base, forecast)} isOpen={isOpen} onOpen={setOpen}>
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
          {lanes.map(({ id, name }) => (
            <Exact
              key={id}
              label={t("ui-trial-people-of", { lane: name })}
              value={base.people[id] ?? headcount(app, id)}
              min={0.1}
              max={MOST.people}
              unit={t("ui-trial-people")}
              placeholder={t("ui-trial-unknown")}
              onChange={(people) => set(withPeople(id, people))}
              onClear={() => set(withPeople(id, undefined))}
            />
          ))}
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
function titleOf(app: App, base: Base, forecast: Forecast | undefined): string {
  const cases = base.per_year ?? forecast?.given.per_year ?? undefined;
  const people = (forecast?.lanes ?? []).map(({ id }) => base.people[id] ?? headcount(app, id));
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

/** How many people the document knows in a lane: what a lever makes of them is another number. */
export function headcount({ view }: App, id: RecordId): number | undefined {
  const record = view?.records[id];
  const told = record && "lane" in record ? record.lane.headcount : undefined;
  return typeof told === "number" ? told : undefined;
}
