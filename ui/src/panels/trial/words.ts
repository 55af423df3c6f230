/** Levers, times and shares in words. */
import type { App } from "../../app";
import type { Forecast, Levers, TrialQuestion } from "../../contract";
import { t } from "../../text";
import { flowWord } from "../flow-word";
import { HOURS_OF_A_DAY, number, short, signed } from "../number";
import { LEVERS, type Lever, SLIDES, type SlideId, TODAY } from "./levers";

/** What a lever that slides is now: bold beside its name. */
export function shownOf(lever: SlideId, value: number): string {
  const n = lever === "staff" ? staffOf(value) : number(value);
  return t(`ui-trial-${lever.replace("_", "-")}-is`, { n });
}

function staffOf(value: number): string {
  return value === 0 ? `±${number(value)}` : signed(value);
}

/** What that means for somebody who has to work with it. */
export function meaningOf(lever: SlideId, value: number): string | undefined {
  switch (lever) {
    case "volume":
      return value === 100
        ? t("ui-trial-as-today")
        : t("ui-trial-times", { n: number(value / 100) });
    case "staff":
      return staffMeaning(value);
    case "online":
      return t("ui-trial-online-of", { n: number(value) });
    case "waves":
      return value === 1 ? t("ui-trial-as-today") : undefined;
    default:
      return undefined;
  }
}

function staffMeaning(value: number): string {
  if (value === 0) return t("ui-trial-as-today");
  const n = number(Math.abs(value));
  return t(value < 0 ? "ui-trial-staff-less" : "ui-trial-staff-more", { n });
}

/** With what a trial was made: what was turned, each in a few words. */
export function madeWith(
  app: App,
  question: TrialQuestion,
  levers: Levers,
  forecast: Forecast | undefined,
): string[] {
  const turned = LEVERS[question].flatMap((lever) => {
    const word = wordOf(app, lever, levers, forecast);
    return word === undefined ? [] : [word];
  });
  const base = [
    ...(levers.per_year === undefined
      ? []
      : [t("ui-trial-made-per-year", { n: number(levers.per_year) })]),
    ...(Object.keys(levers.people).length > 0 ? [t("ui-trial-made-people")] : []),
  ];
  const all = [...turned, ...base];
  return all.length > 0 ? all : [t("ui-trial-made-today")];
}

function wordOf(
  app: App,
  lever: Lever,
  levers: Levers,
  forecast: Forecast | undefined,
): string | undefined {
  switch (lever) {
    case "at_once":
      return levers.at_once === undefined
        ? undefined
        : t("ui-trial-made-at-once", {
            n: number(levers.at_once),
            days: number(levers.at_once_days),
          });
    case "to_year":
      return t("ui-trial-made-year", { year: String(levers.to_year) });
    case "pooled": {
      const names = forecast?.lanes.filter(({ id }) => levers.pooled.includes(id)) ?? [];
      return names.length === 0
        ? undefined
        : t("ui-trial-made-pooled", { lanes: names.map(({ name }) => name).join("・") });
    }
    case "to_be":
      return betterName(app, levers.to_be);
    default:
      return slideWord(lever, levers);
  }
}

function slideWord(lever: SlideId, levers: Levers): string | undefined {
  const isAsToday =
    lever === "wave_days" ? levers.waves === TODAY.waves : levers[lever] === TODAY[lever];
  if (isAsToday) return undefined;
  const value = SLIDES[lever].of(levers, undefined);
  return `${t(`ui-trial-${lever.replace("_", "-")}`)} ${shownOf(lever, value)}`;
}

/** What the window calls a better flow. */
export function betterName({ view }: App, id: string | undefined): string | undefined {
  const flow = view?.flows.find((one) => one.id === id);
  return flow && view ? flowWord(flow, view.flows) : undefined;
}

/** Office hours as people count them, as in Rust: days, hours below a day, minutes below an hour. */
export function time(hours: number, day: number): string {
  if (hours >= day) return t("office-days", { n: number(Math.round((hours / day) * 10) / 10) });
  if (hours > 0 && hours < 1) return t("office-minutes", { n: short(hours * 60) });
  return t("office-hours", { n: short(hours) });
}

/** How long the office works on a day. */
export function dayOf({ view }: App): number {
  const project = Object.values(view?.records ?? {}).find((record) => "project" in record);
  const told = project && "project" in project ? project.project.hours_per_day : undefined;
  return typeof told === "number" && told > 0 ? told : HOURS_OF_A_DAY;
}

/** A part of the whole. */
export function percent(share: number): string {
  return t("ui-loads-percent", { percent: number(Math.round(share * 1000) / 10) });
}
