/** When something was, as people say it: today with the time, this year with the day, else with the year. */
import type { Language } from "../../contract";
import { t } from "../../text";

export function when(at: number, now: number, language: Language): string {
  return told(at, now, language, {});
}

/** The same, with the time on every day: for what happens several times a day. */
export function moment(at: number, now: number, language: Language): string {
  return told(at, now, language, TIME);
}

/** The same, with the seconds: for what happens twice a minute. */
export function precisely(at: number, now: number, language: Language): string {
  return told(at, now, language, { ...TIME, second: "2-digit" });
}

/** The same, written out: for what is kept and read on another day. */
export function dated(at: number, language: Language): string {
  const day = { year: "numeric", month: "long", day: "numeric" } as const;
  return new Intl.DateTimeFormat(language, { ...day, ...TIME }).format(new Date(at));
}

/** Hours and minutes of a moment. */
export function clock(at: number, language: Language): string {
  return new Intl.DateTimeFormat(language, TIME).format(new Date(at));
}

/** With the seconds. */
export function exactly(at: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { ...TIME, second: "2-digit" }).format(new Date(at));
}

const TIME: Intl.DateTimeFormatOptions = {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
};

function told(at: number, now: number, language: Language, time: Intl.DateTimeFormatOptions) {
  const [then, today] = [new Date(at), new Date(now)];
  if (then.toDateString() === today.toDateString()) {
    const form = "second" in time ? exactly : clock;
    return t("ui-start-today", { time: form(at, language) });
  }
  const isThisYear = then.getFullYear() === today.getFullYear();
  return new Intl.DateTimeFormat(language, {
    month: "long",
    day: "numeric",
    ...(isThisYear ? {} : { year: "numeric" }),
    ...time,
  }).format(then);
}
