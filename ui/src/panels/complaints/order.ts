/** Which voices are shown, in which order, and under which headings: pure. */
import type { RecordId, View } from "../../contract";
import { folded } from "../../folded";
import { nameOf } from "../../tools/graph";
import { complaintsOf, nodesOf } from "../flow-records";
import type { Said } from "./voices";

/** By step: in the order of the work · by voice: staff, then residents · by count: what most people say first. */
export const ORDERS = ["step", "voice", "count"] as const;
export type Order = (typeof ORDERS)[number];

/** Voices under one heading. */
export interface Group {
  /** The step, or whose voices they are; none where nothing parts them, or of those about the whole. */
  about?: RecordId | string;
  key: string;
  voices: Said[];
}

export interface Wish {
  order: Order;
  /** What their words, or the names of their steps, hold. */
  typed: string;
  /** Only those about these steps. */
  steps?: readonly RecordId[];
}

export function grouped(view: View, { order, typed, steps }: Wish): Group[] {
  const wanted = complaintsOf(view).filter(
    (voice) => holds(view, voice, typed) && (!steps || isAbout(voice, steps)),
  );
  if (order === "count") return [{ key: "all", voices: wanted.sort(louder) }].filter(isFilled);
  if (order === "voice") {
    const of = (about: string) => ({
      about,
      key: about,
      voices: wanted.filter(({ fields }) => fields.voice === about).sort(louder),
    });
    return [of("staff"), of("resident")].filter(isFilled);
  }
  return byStep(view, wanted);
}

/** One that is about several steps stands under each of them, so that all of a step stand together. */
function byStep(view: View, wanted: Said[]): Group[] {
  const groups: Group[] = nodesOf(view).map(({ id }) => ({
    about: id,
    key: id,
    voices: wanted.filter(({ fields }) => fields.steps?.includes(id)),
  }));
  const whole = wanted.filter(({ fields }) => !fields.steps?.some((id) => id in view.records));
  return [...groups, { key: "whole", voices: whole }].filter(isFilled);
}

function isFilled({ voices }: Group): boolean {
  return voices.length > 0;
}

export function isAbout({ fields }: Said, steps: readonly RecordId[]): boolean {
  return fields.steps?.some((id) => steps.includes(id)) ?? false;
}

/** How many said so; one where nobody counted. */
export function peopleOf({ fields }: Said): number {
  return fields.count ?? 1;
}

/** By how many said so, then by how much it hurts, then in the order in which they were written. */
function louder(one: Said, other: Said): number {
  const people = peopleOf(other) - peopleOf(one);
  return people !== 0 ? people : weightOf(other) - weightOf(one);
}

function weightOf({ fields }: Said): number {
  return fields.severity ?? 1;
}

function holds(view: View, { fields }: Said, typed: string): boolean {
  const wanted = folded(typed);
  const names = (fields.steps ?? []).map((id) => nameOf(view, id));
  return [fields.text, ...names].some((text) => folded(text).includes(wanted));
}
