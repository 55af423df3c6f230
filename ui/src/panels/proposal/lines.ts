/** What stands beside a picture: its steps and figures in one line, and what a change is worth. */
import type { Comparison, Painting, RecordId } from "../../contract";
import type { Values } from "../../text";
import { days, isKnown, short, signed } from "../number";
import { type Card, type Kept, type Metrics, recordsOf } from "../told";

/** A text of the catalogue with its values. */
export interface Said {
  text: string;
  values: Values;
}

/** Steps and lanes of a painted flow. */
export function countedIn(painting: Painting): { steps: number; lanes: number } {
  const ids = Object.keys(painting.areas);
  return {
    steps: ids.filter((id) => id.startsWith("step/")).length,
    lanes: ids.filter((id) => id.startsWith("lane/")).length,
  };
}

/** The line of figures above a picture; what is not known is left out. */
export function pictureLine(painting: Painting, metrics: Metrics): Said[] {
  const line: Said[] = [
    { text: "ui-compare-line-steps", values: { n: countedIn(painting).steps } },
  ];
  const add = (text: string, value: number | null | undefined) => {
    if (isKnown(value)) line.push({ text, values: { n: short(value) } });
  };
  add("ui-compare-line-transcriptions", metrics.transcriptions);
  add("ui-compare-line-checks", metrics.checks);
  add("ui-compare-line-handoffs", metrics.handoffs);
  const lead = metrics.lead_working_hours;
  add("ui-compare-line-lead", isKnown(lead) ? days(lead) : undefined);
  return line;
}

/** What a change is worth to staff and residents, in minutes a case, with its sign. */
export function worth(card: Card): { staff: string; residents: string } {
  return {
    staff: signed(card.delta.staff_min_per_case ?? 0),
    residents: signed(card.delta.resident_min_per_case ?? 0),
  };
}

/** The steps of a change in both pictures. */
export function stepsOf(card: Card, comparison: Comparison): RecordId[] {
  const above = recordsOf(comparison.keys_before, card.steps);
  const below = recordsOf(comparison.keys_after, [...card.steps, ...card.new_steps]);
  return [...new Set([...above, ...below])];
}

/** The change that is about most of `chosen`; among equals the one about least else. */
export function cardFor(
  chosen: readonly RecordId[],
  cards: readonly Card[],
  comparison: Comparison,
): Card | undefined {
  const shared = (card: Card) => {
    const steps = stepsOf(card, comparison);
    const both = steps.filter((step) => chosen.includes(step)).length;
    return both - steps.length / 1000;
  };
  const about = cards.filter((card) => shared(card) > 0);
  return about.sort((one, other) => shared(other) - shared(one))[0];
}

/** The step and what it was or became in the other picture. */
export function counterparts(id: RecordId, comparison: Comparison): RecordId[] {
  const { keys_before, keys_after } = comparison;
  const found = comparison.steps
    .map(({ before = "", after = "" }) => [keys_before[before], keys_after[after]])
    .find((pair) => pair.includes(id));
  return (found ?? [id]).flatMap((one) => one ?? []);
}

/** The first step that differs, from the left, as it is in both pictures. */
export function firstChanged({ steps, keys_before, keys_after, above, below }: Comparison) {
  const pairs = steps
    .filter(({ kind }) => kind !== "same")
    .map(({ before = "", after = "" }) => [keys_before[before], keys_after[after]])
    .map((pair) => pair.flatMap((id) => id ?? []));
  const from = (ids: readonly RecordId[]) =>
    Math.min(
      ...ids.map((id) => (above.areas[id] ?? below.areas[id])?.x ?? Number.POSITIVE_INFINITY),
    );
  return pairs.sort((one, other) => from(one) - from(other))[0] ?? [];
}

/** Which voices a change answers: the first in its own words, the others counted. */
export function answered({ voices, complaints }: Card): Said | undefined {
  const n = Math.max(voices.length, complaints.length);
  if (n === 0) return undefined;
  const [text] = voices;
  if (!text) return { text: "ui-cards-answers", values: { n } };
  return n === 1
    ? { text: "ui-cards-answers-text", values: { text } }
    : { text: "ui-cards-answers-more", values: { text, n: n - 1 } };
}

/** A kept step whose reason is worth naming first. */
export function lawful(kept: readonly Kept[]): string {
  return kept.at(-1)?.name ?? "";
}
