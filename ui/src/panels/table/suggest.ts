/** The words that a cell offers while one types. */
import type { App } from "../../app";
import type { View } from "../../contract";
import { folded } from "../../folded";
import { lanesOf, nodesOf, phasesOf } from "../flow-records";
import { articlesOf, documentsOf, rolesOf, systemsOf } from "../step/used-words";
import type { TableColumn } from "./columns";
import { answersTo, callsOf } from "./step-texts";

/** So many are offered at once. */
const MOST = 8;

/** Every word that could stand in `column`. */
export function wordsFor(app: App, column: TableColumn): readonly string[] {
  const { view, hello } = app;
  if (!view) return [];
  if (column.words) return (hello?.vocabularies[column.words] ?? []).map(({ word }) => word);
  if (column.answers) return answersTo(column.answers);
  switch (column.id) {
    case "lane":
      return distinct(lanesOf(view).map(({ fields }) => fields.name));
    case "phase":
      return distinct(phasesOf(view).map(({ fields }) => fields.name));
    case "system":
    case "other_systems":
      return systemsOf(view);
    case "role":
      return rolesOf(view);
    case "article":
      return articlesOf(view);
    case "reads":
    case "writes":
    case "attachments":
    case "check_object":
      return documentsOf(view);
    case "check_against":
      return [...documentsOf(view), ...systemsOf(view)];
    case "because_of":
      return stepsOf(view);
    default:
      return [];
  }
}

/** How other steps call each step. */
function stepsOf(view: View): readonly string[] {
  const nodes = nodesOf(view);
  const calls = callsOf(nodes);
  return nodes.flatMap(({ id, is }) => (is === "step" ? (calls.get(id) ?? []) : []));
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
