/** Spans of time as people write them. Rust reads them back: see `notation/time.rs`. */
import { t } from "../../text";
import { HOURS_OF_A_DAY, number } from "../number";

/** How a working time varies, as far as it is shown. */
export interface Range {
  low: number;
  high: number;
}

/** Working time: 「5分」, 「1時間30分」, 「30秒」; 「5〜10分」 where it varies. */
export function workingTime(minutes: number, range?: Range): string {
  if (range && range.low < range.high) {
    const [low, high, to] = [number(range.low), workingTime(range.high), t("ui-time-to")];
    // Only the end has its unit where both have the same.
    return range.high < 60 ? `${low}${to}${high}` : `${workingTime(range.low)}${to}${high}`;
  }
  const seconds = minutes * 60;
  if (seconds > 0 && seconds < 60 && isWhole(seconds)) {
    return t("ui-time-seconds", { n: String(Math.round(seconds)) });
  }
  if (minutes < 60) return t("ui-time-minutes", { n: number(minutes) });
  return parts(minutes, 60, "ui-time-hours", "ui-time-minutes");
}

/** A wait in office hours: 「2日」, 「1日2時間」, 「3時間」, 「30分」. */
export function waiting(hours: number): string {
  if (hours < 1) return t("ui-time-minutes", { n: number(hours * 60) });
  if (hours >= HOURS_OF_A_DAY) {
    const days = hours / HOURS_OF_A_DAY;
    if (isWhole(days * 2)) return t("ui-time-days", { n: number(days) });
    if (isWhole(hours * 60)) return parts(hours, HOURS_OF_A_DAY, "ui-time-days", "ui-time-hours");
  }
  return t("ui-time-hours", { n: number(hours) });
}

/** As many wholes as there are, and what is left. */
function parts(amount: number, whole: number, large: string, small: string): string {
  const n = Math.floor(amount / whole + 1e-9);
  const rest = amount - n * whole;
  const first = t(large, { n: number(n) });
  if (rest < 1e-6) return first;
  return `${first}${t("ui-time-between")}${t(small, { n: number(rest) })}`;
}

function isWhole(amount: number): boolean {
  return Math.abs(amount - Math.round(amount)) < 1e-9;
}
