/** What is to be erased, and where it stands: pure. */
import type { RecordId, Traces, View } from "../../contract";
import { t } from "../../text";

export type Kind = "text" | "person";

/** What is sought and erased: a text, or a person. */
export interface Target {
  text?: string;
  person?: RecordId;
}

/** A single letter stands nearly everywhere. */
const SHORTEST = 2;

export function isShort(text: string): boolean {
  return [...text.trim()].length < SHORTEST;
}

/** Nothing until something was chosen or written that can be sought. */
export function targetOf(kind: Kind, text: string, person: RecordId | undefined) {
  if (kind === "person") return person === undefined ? undefined : { person };
  return isShort(text) ? undefined : { text: text.trim() };
}

/** The people of the project, by their names. */
export function peopleOf({ records }: View): { value: RecordId; word: string }[] {
  return Object.entries(records).flatMap(([id, record]) =>
    "person" in record ? [{ value: id, word: record.person.name }] : [],
  );
}

const PLACES = ["now", "history", "names", "copies"] as const;

/** The places where it stands, in words; nothing where it stands nowhere. */
export function placesIn(traces: Partial<Traces>): string | undefined {
  const told = PLACES.flatMap((place) => {
    const n = traces[place] ?? 0;
    return n === 0 ? [] : [t(`ui-erase-in-${place}`, { n })];
  });
  return told.length === 0 ? undefined : told.join(t("ui-step-between"));
}
