/** The words that a cell offers while one types. */
import type { App } from "../../app";
import type { View } from "../../contract";
import { folded } from "../../folded";
import { itemsOf, lanesOf, nodesOf, phasesOf, stepAt } from "../flow-records";
import type { TableColumn } from "./columns";

/** So many are offered at once. */
const MOST = 8;

/** Every word that could stand in `column`. */
export function wordsFor(app: App, column: TableColumn): readonly string[] {
  const { view, hello } = app;
  if (!view) return [];
  if (column.words) return (hello?.vocabularies[column.words] ?? []).map(({ word }) => word);
  switch (column.id) {
    case "lane":
      return distinct(lanesOf(view).map(({ fields }) => fields.name));
    case "phase":
      return distinct(phasesOf(view).map(({ fields }) => fields.name));
    case "system":
      return systemsOf(view);
    case "reads":
    case "writes":
      return distinct(itemsOf(view).map(({ fields }) => fields.name));
    default:
      return [];
  }
}

function systemsOf(view: View): readonly string[] {
  return distinct(nodesOf(view).flatMap(({ id }) => stepAt(view, id)?.system ?? []));
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

/** What `text` may become; nothing where it is one of them already. */
export function offered(
  words: readonly string[],
  column: TableColumn,
  text: string,
  how: "all" | "fitting",
): readonly string[] {
  const part = folded(partOf(column, text).last);
  if (how === "all") return words.slice(0, 40);
  if (part === "" || words.some((word) => folded(word) === part)) return [];
  const begins = words.filter((word) => folded(word).startsWith(part));
  const has = words.filter((word) => !begins.includes(word) && folded(word).includes(part));
  return [...begins, ...has].slice(0, MOST);
}

/** `text` with its last part, or all of it, become `word`. */
export function completed(column: TableColumn, text: string, word: string): string {
  return partOf(column, text).before + word;
}

/** Between commas, and on both sides of an arrow, words stand alone. */
function partOf({ isList, id }: TableColumn, text: string): { before: string; last: string } {
  const between = isList
    ? /^(.*[、,，])([^、,，]*)$/s
    : id === "media"
      ? /^(.*(?:→|->))(.*)$/s
      : undefined;
  const [, before, last] = between?.exec(text) ?? [];
  return before === undefined ? { before: "", last: text } : { before, last: last ?? "" };
}
