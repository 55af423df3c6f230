/** What of the picture is said of one step, branch or event: 「手順 12 審査担当 突合 3分 → 次へ」. */
import type { RecordId, View } from "../../contract";
import { type Card, onwardOf, sectionsOf } from "../../panels/outline/cards";
import { wayWords } from "../../panels/outline/way-words";
import { workingTime } from "../../panels/step/time-words";
import { type Words, wordIn } from "../../panels/words";
import { t } from "../../text";
import { nameOf } from "../../tools/graph";

/** A line of the picture that is read. */
export interface Line {
  /** A phase to which the work comes back has a line each time. */
  key: string;
  id: RecordId;
  /** A phase is 1, what stands in it 2; without phases everything is 1. */
  level: number;
  /** Which of how many it is among those that stand beside it. */
  place: number;
  of: number;
  text: string;
}

/** What is said of one of them, as far as it is of the flow. */
export function sentenceOf(view: View, words: Words | undefined, id: RecordId): string | undefined {
  return linesOf(view, words).find((line) => line.id === id)?.text;
}

/** Everything the picture shows, in the order in which it happens. */
export function linesOf(view: View, words: Words | undefined): readonly Line[] {
  if (known?.records === view.records && known.words === words) return known.lines;
  const lines = written(view, words);
  known = { records: view.records, words, lines };
  return lines;
}

/** Asked for whenever anything of the window changes; records and words seldom do. */
let known:
  | { records: View["records"]; words: Words | undefined; lines: readonly Line[] }
  | undefined;

function written(view: View, words: Words | undefined): Line[] {
  const sections = sectionsOf(view);
  const isParted = sections.some(({ phase }) => phase !== undefined);
  const arrows = onwardOf(view);
  const level = isParted ? 2 : 1;
  let number = 0;
  let place = 0;
  return sections.flatMap(({ phase, key, name, cards }, n): Line[] => {
    if (isParted) place = 0;
    const of = isParted ? cards.length : sections.reduce((sum, it) => sum + it.cards.length, 0);
    const lines = cards.map((card): Line => {
      if (card.is === "step") number += 1;
      place += 1;
      const told = {
        view,
        words,
        card,
        number,
        targets: (arrows.get(card.id) ?? []).map(({ fields }) => fields.to),
      };
      return { key: card.id, id: card.id, level, place, of, text: sentence(told) };
    });
    if (!isParted) return lines;
    const head = { key, level: 1, place: n + 1, of: sections.length };
    return [{ ...head, id: phase ?? key, text: name ?? t("ui-cards-others") }, ...lines];
  });
}

interface ToldCard {
  view: View;
  words: Words | undefined;
  card: Card;
  /** Counted over steps only. */
  number: number;
  targets: readonly RecordId[];
}

function sentence({ view, words, card, number, targets }: ToldCard): string {
  const record = view.records[card.id];
  const parts =
    record && "step" in record
      ? [t("ui-reading-step", { number }), card.lane, card.name]
      : [kindOf(view, words, card.id), card.lane, card.name];
  if (record && "step" in record && record.step.minutes) {
    parts.push(workingTime(record.step.minutes));
  }
  parts.push(onward(view, words, card, targets));
  if (card.staff > 0) parts.push(t("ui-cards-voices-staff", { n: card.staff }));
  if (card.residents > 0) parts.push(t("ui-cards-voices-resident", { n: card.residents }));
  return parts.filter((part) => part !== "").join(" ");
}

/** Where a case goes next. */
function onward(
  view: View,
  words: Words | undefined,
  card: Card,
  targets: readonly RecordId[],
): string {
  const all =
    card.ways.length > 0
      ? card.ways.map(wayWords)
      : targets.map((to) => t("ui-reading-to", { name: calledOf(view, words, to) }));
  return all.join(t("ui-reading-between"));
}

function calledOf(view: View, words: Words | undefined, id: RecordId): string {
  return nameOf(view, id) || kindOf(view, words, id);
}

/** What sort of branch or event it is. */
function kindOf(view: View, words: Words | undefined, id: RecordId): string {
  const record = view.records[id];
  if (record && "gateway" in record) return wordIn(words, "gateway_kind", record.gateway.kind);
  if (record && "event" in record) return wordIn(words, "event_kind", record.event.kind);
  return "";
}
