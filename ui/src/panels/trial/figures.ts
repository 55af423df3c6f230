/** What a simulation showed as rows of a table, today's beside the other: pure. */
import type { ToldOutcome, Trial } from "../../contract";
import { t } from "../../text";
import { isKnown, short } from "../number";
import { percent, time } from "./words";

export interface Figure {
  label: string;
  today: string;
  tried: string;
  /** Whether it is one of those that matter most. */
  matters?: boolean;
}

export function figuresOf({ today, then }: Trial, day: number): Figure[] {
  const row = (
    label: string,
    of: (outcome: ToldOutcome) => string | undefined,
    matters = false,
  ): Figure[] => {
    const [was, is] = [of(today), of(then)];
    if (was === undefined && is === undefined) return [];
    const none = t("ui-trial-figure-none");
    return [{ label, today: was ?? none, tried: is ?? none, ...(matters ? { matters } : {}) }];
  };
  const hours = (value: number) => (isKnown(value) ? time(value, day) : undefined);
  return [
    ...row(t("ui-trial-mean"), ({ lead_hours }) => hours(lead_hours.mean), true),
    ...row(t("ui-trial-half"), ({ lead_hours }) => hours(lead_hours.p50)),
    ...row(t("ui-trial-most"), ({ lead_hours }) => hours(lead_hours.p90)),
    ...row(t("ui-trial-waits"), ({ wait_hours }) => hours(wait_hours.mean)),
    ...row(t("ui-trial-over"), ({ over_standard_period: share }) =>
      isKnown(share) ? percent(share) : undefined,
    ),
    ...row(
      t("ui-trial-cleared"),
      ({ cleared }) => (cleared && dateOf(cleared.p50)) || undefined,
      true,
    ),
    ...busyOf(today, then).flatMap((name) =>
      row(t("ui-trial-busy-of", { lane: name }), ({ lanes }) => {
        const share = lanes.find((lane) => lane.name === name)?.utilisation;
        return isKnown(share) ? percent(share) : undefined;
      }),
    ),
    ...row(t("ui-trial-yen"), ({ yen_per_case: yen }) =>
      isKnown(yen) ? t("ui-trial-yen-is", { yen: short(yen) }) : undefined,
    ),
  ];
}

/** Who works in either, where it is known how busy they are. */
function busyOf(today: ToldOutcome, then: ToldOutcome): string[] {
  const lanes = [...today.lanes, ...then.lanes].filter(({ utilisation }) => isKnown(utilisation));
  return [...new Set(lanes.map(({ name }) => name))];
}

/** 2026-04-01 as people write it. */
function dateOf(told: string): string {
  const [year = "", month = "", day = ""] = told.split("-");
  const bare = (part: string) => String(Number(part));
  return t("ui-trial-date", { year, month: bare(month), day: bare(day) });
}
