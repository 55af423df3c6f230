/** The cards of a flow: its nodes in order, under the headings of their phases. */
import type { EdgeFields, RecordId, View } from "../../contract";
import { nameOf } from "../../tools/graph";
import { complaintsOf, edgesOf, type FlowNode, type Numbered, nodesOf } from "../flow-records";
import { waysEnds } from "./ending";

/** One way that leaves a branch. */
export interface Way {
  edge: RecordId;
  condition?: string;
  /** In percent. */
  share?: number;
  to: string;
}

export interface Card {
  id: RecordId;
  is: FlowNode["is"];
  name: string;
  lane: string;
  phase?: RecordId;
  staff: number;
  residents: number;
  /** Where a branch leads; empty for everything else. */
  ways: Way[];
  /** A step at which a way ends that is gone only sometimes. */
  isEnd: boolean;
}

/** Cards that stand in the list one after the other and belong to one phase. */
export interface Section {
  key: string;
  phase?: RecordId;
  name?: string;
  cards: Card[];
}

/** Cards by node, of the list that was asked for last. */
let before = new Map<RecordId, Card>();

/** A card that is as it was is the same card: lists make anew only what changed. */
export function cardsOf(view: View): Card[] {
  const voices = voicesOf(view);
  const onward = onwardOf(view);
  const ends = waysEnds(view);
  const made = nodesOf(view).map(
    (node): Card => ({
      id: node.id,
      is: node.is,
      name: node.fields.name,
      lane: nameOf(view, `lane/${node.fields.lane}`),
      ...(node.fields.phase === undefined ? {} : { phase: `phase/${node.fields.phase}` }),
      staff: voices.get(node.id)?.staff ?? 0,
      residents: voices.get(node.id)?.residents ?? 0,
      ways: waysOf(view, onward.get(node.id) ?? []),
      isEnd: ends.has(node.id),
    }),
  );
  const cards = made.map((card) => {
    const had = before.get(card.id);
    return had && isSame(had, card) ? had : card;
  });
  before = new Map(cards.map((card) => [card.id, card]));
  return cards;
}

function isSame(a: Card, b: Card): boolean {
  return (
    a.name === b.name &&
    a.lane === b.lane &&
    a.phase === b.phase &&
    a.staff === b.staff &&
    a.residents === b.residents &&
    a.is === b.is &&
    a.isEnd === b.isEnd &&
    JSON.stringify(a.ways) === JSON.stringify(b.ways)
  );
}

/** The numbers of all cards, counted over steps only, as people count them. */
export function numbersOf(view: View): Map<RecordId, number | undefined> {
  let number = 0;
  const cards = sectionsOf(view).flatMap((section) => section.cards);
  return new Map(cards.map(({ id, is }) => [id, is === "step" ? ++number : undefined]));
}

/** The cards parted where the phase changes. A list without phases is one section without a name. */
export function sectionsOf(view: View): Section[] {
  const had = known.get(view.records);
  if (had) return had;
  const made = parted(view);
  known.set(view.records, made);
  return made;
}

/** Asked for whenever anything of the window changes; the records seldom do. */
const known = new WeakMap<View["records"], Section[]>();

function parted(view: View): Section[] {
  const sections: Section[] = [];
  for (const card of cardsOf(view)) {
    const last = sections.at(-1);
    if (last && last.phase === card.phase) last.cards.push(card);
    else sections.push(opened(view, card));
  }
  return sections;
}

function opened(view: View, card: Card): Section {
  const phase = card.phase;
  if (phase === undefined) return { key: `before ${card.id}`, cards: [card] };
  return { key: `${phase} ${card.id}`, phase, name: nameOf(view, phase), cards: [card] };
}

/** How many said something about each node: as many as the picture shows. */
function voicesOf(view: View): Map<RecordId, { staff: number; residents: number }> {
  const counts = new Map<RecordId, { staff: number; residents: number }>();
  for (const { fields } of complaintsOf(view)) {
    const n = Math.round(fields.count ?? 1);
    for (const id of fields.steps ?? []) {
      const had = counts.get(id) ?? { staff: 0, residents: 0 };
      counts.set(
        id,
        fields.voice === "resident"
          ? { ...had, residents: had.residents + n }
          : { ...had, staff: had.staff + n },
      );
    }
  }
  return counts;
}

/** The arrows that leave each node. */
export function onwardOf(view: View): Map<RecordId, Numbered<EdgeFields>[]> {
  const onward = new Map<RecordId, Numbered<EdgeFields>[]>();
  for (const edge of edgesOf(view)) {
    const { from } = edge.fields;
    onward.set(from, [...(onward.get(from) ?? []), edge]);
  }
  return onward;
}

function waysOf(view: View, onward: Numbered<EdgeFields>[]): Way[] {
  if (onward.length < 2) return [];
  return onward.map(({ id, fields }) => ({
    edge: id,
    ...(fields.condition ? { condition: fields.condition } : {}),
    ...(fields.share === undefined ? {} : { share: percent(fields.share) }),
    to: nameOf(view, fields.to),
  }));
}

/** A share as people read it: 0.153 is 15.3. */
export function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
