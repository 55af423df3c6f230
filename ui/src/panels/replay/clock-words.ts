/** Moments and figures of a replay in words. */
import type { Language } from "../../contract";
import { t } from "../../text";
import type { OfficeTime } from "./office-time";
import type { Reel } from "./reel";
import { longestQueues, type Standing } from "./state";

/** What the clock shows, as people say it: with the year where it is another than that of the first day. */
export function clockWord(firstDay: string, seconds: number, language: Language): string {
  const first = Date.parse(`${firstDay}T00:00:00Z`);
  const at = new Date(first + seconds * 1000);
  const isFirstYear = at.getUTCFullYear() === new Date(first).getUTCFullYear();
  const date = new Intl.DateTimeFormat(language, {
    ...(isFirstYear ? {} : { year: "numeric" }),
    month: "long",
    day: "numeric",
    weekday: "short",
    timeZone: "UTC",
  }).format(at);
  const minute = String(at.getUTCMinutes()).padStart(2, "0");
  return t("ui-replay-clock", { date, hour: at.getUTCHours(), minute });
}

/** The same for a moment in open time. */
export function momentWord(firstDay: string, time: OfficeTime, open: number, language: Language) {
  return clockWord(firstDay, time.clock(open), language);
}

/** Cases that came, that are in hand and that ended. */
export interface Counts {
  came: number;
  inHand: number;
  ended: number;
}

export function countsOf({ came, ended }: Standing): Counts {
  return { came, inHand: came - ended, ended };
}

/** Where most wait, in words; nothing where nobody does. */
export function queueWords(reel: Reel, standing: Standing, most: number): string | undefined {
  const queues = longestQueues(reel, standing, most);
  if (queues.length === 0) return undefined;
  const told = queues.map(([name, n]) => t("ui-replay-queue", { name, n }));
  return t("ui-replay-queues", { queues: told.join(t("ui-replay-and")) });
}

/** Everything that is to be known of one flow, for those who have it read. */
export function saidOf(name: string, reel: Reel, standing: Standing): string {
  const { came, inHand, ended } = countsOf(standing);
  const figures = t("ui-replay-said", { name, came, inHand, ended });
  return [figures, queueWords(reel, standing, 3) ?? t("ui-replay-nobody-waits")].join(" ");
}
