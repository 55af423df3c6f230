/** When something was, as people say it: today with the time, this year with the day, else with the year. */
import type { Language } from "../../contract";
import { t } from "../../text";

export function when(at: number, now: number, language: Language): string {
  const [then, today] = [new Date(at), new Date(now)];
  if (then.toDateString() === today.toDateString()) {
    return t("ui-start-today", { time: clock(at, language) });
  }
  const isThisYear = then.getFullYear() === today.getFullYear();
  return new Intl.DateTimeFormat(language, {
    month: "long",
    day: "numeric",
    ...(isThisYear ? {} : { year: "numeric" }),
  }).format(then);
}

/** Hours and minutes of a moment. */
export function clock(at: number, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(at));
}
