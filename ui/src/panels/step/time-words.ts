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
    const [high, to] = [workingTime(range.high), t("ui-time-to")];
    // Only the end has its unit where both have the same.
    const unit = unitOf(range.high);
    const low = unitOf(range.low) === unit && unit > 0 ? number(range.low * unit) : undefined;
    return `${low ?? workingTime(range.low)}${to}${high}`;
  }
  if (unitOf(minutes) === 60) return t("ui-time-seconds", { n: String(Math.round(minutes * 60)) });
  if (minutes < 60) return t("ui-time-minutes", { n: number(minutes) });
  return parts(minutes, 60, "ui-time-hours", "ui-time-minutes");
}

/** How many of the one unit that is written are in a minute: 60 for seconds, 1 for minutes; 0 where hours are written. */
function unitOf(minutes: number): 60 | 1 | 0 {
  if (minutes > 0 && minutes < 1 && isWhole(minutes * 60)) return 60;
  return minutes < 60 ? 1 : 0;
}

/** A wait in office hours: 「2日」, 「1日2時間」, 「1日15分」, 「3時間」, 「30分」. */
export function waiting(hours: number): string {
  if (hours < 1) return t("ui-time-minutes", { n: number(hours * 60) });
  if (hours >= HOURS_OF_A_DAY) {
    const days = hours / HOURS_OF_A_DAY;
    if (isWhole(days * 2)) return t("ui-time-days", { n: number(days) });
    if (isWhole(hours * 60)) return inDays(hours);
  }
  return t("ui-time-hours", { n: number(hours) });
}

/** Days, and what is left in hours or minutes. */
function inDays(hours: number): string {
  const whole = Math.floor(hours / HOURS_OF_A_DAY + 1e-9);
  const rest = hours - whole * HOURS_OF_A_DAY;
  const days = t("ui-time-days", { n: number(whole) });
  return `${days}${t("ui-time-between")}${parts(rest * 60, 60, "ui-time-hours", "ui-time-minutes")}`;
}

/** As many wholes as there are, and what is left. */
function parts(amount: number, whole: number, large: string, small: string): string {
  const n = Math.floor(amount / whole + 1e-9);
  const rest = amount - n * whole;
  if (n === 0) return t(small, { n: number(rest) });
  const first = t(large, { n: number(n) });
  if (rest < 1e-6) return first;
  return `${first}${t("ui-time-between")}${t(small, { n: number(rest) })}`;
}

function isWhole(amount: number): boolean {
  return Math.abs(amount - Math.round(amount)) < 1e-9;
}
