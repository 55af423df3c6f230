/** Words that the project uses already, offered where one of the kind is asked for. */
import type { View } from "../../contract";
import { itemsOf, nodesOf } from "../flow-records";
import { fieldsOf } from "./attribute";

/** Who does steps within lanes. */
export function rolesOf(view: View): string[] {
  return distinct(said(view, "role"));
}

/** Documents and data. */
export function documentsOf(view: View): string[] {
  return distinct(itemsOf(view).map(({ fields }) => fields.name));
}

/** Articles and rules that steps rest on. */
export function articlesOf(view: View): string[] {
  return distinct(said(view, "article"));
}

/** What steps say under `attribute`. */
function said(view: View, attribute: string): string[] {
  const values = nodesOf(view).map(({ id }) => fieldsOf(view, id)?.[attribute]);
  return values.flat().filter((value) => typeof value === "string");
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)];
}
