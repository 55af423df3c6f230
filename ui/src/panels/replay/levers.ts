/** What is turned where nobody turned anything: everything as it is today, beside the better flow where there is one. */
import type { Levers, View } from "../../contract";
import { pairOf } from "../proposal/pair";

const AS_TODAY: Levers = {
  people: {},
  volume: 1,
  staff: 1,
  at_once_days: 1,
  waves: 1,
  wave_days: 14,
  pooled: [],
  from_year: 2026,
  to_year: 2040,
};

export function leversOf(view: View): Levers {
  const pair = pairOf(view);
  return { ...AS_TODAY, ...(pair ? { to_be: pair.after } : {}) };
}
