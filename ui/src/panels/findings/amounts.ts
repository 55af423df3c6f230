/** The line of figures of a finding: what could be avoided, in the words of the catalogue. */
import type { Values } from "../../text";
import { days, HOURS_OF_A_DAY, isKnown, number, short } from "../number";
import type { Avoidable } from "../told";

/** One figure: the text that says it and its number. */
export interface Amount {
  text: string;
  values: Values;
  /** The wait has words of its own for hours and days. */
  unit?: string;
}

/** What could be avoided, gravest first as LOOK orders it: time, paper, mistakes, voices. Zero says nothing. */
export function amounts(avoidable: Avoidable, voices: number): Amount[] {
  const found: Amount[] = [];
  const add = (text: string, value: number | null | undefined, unit?: string) => {
    if (!isKnown(value) || number(value) === "0") return;
    found.push({ text, values: { n: short(value) }, ...(unit ? { unit } : {}) });
  };
  add("ui-amount-staff", hours(avoidable.staff_minutes_per_year));
  add("ui-amount-residents", hours(avoidable.resident_minutes_per_year));
  const wait = avoidable.lead_hours;
  if (isKnown(wait) && wait >= HOURS_OF_A_DAY) {
    add("ui-amount-lead", days(wait), "ui-office-days");
  } else if (isKnown(wait) && number(wait) !== "0" && wait < 1) {
    add("ui-amount-lead", wait * 60, "ui-time-minutes");
  } else {
    add("ui-amount-lead", wait, "ui-hours");
  }
  add("ui-amount-sheets", avoidable.sheets_per_year);
  add("ui-amount-errors", avoidable.errors_per_year);
  add("ui-amount-voices", voices);
  return found;
}

function hours(minutes: number | null | undefined): number | undefined {
  return isKnown(minutes) ? minutes / 60 : undefined;
}
