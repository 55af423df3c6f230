/** Words that the project uses already, offered where one of the kind is asked for. */
import type { View } from "../../contract";
import { itemsOf, lanesOf, nodesOf } from "../flow-records";
import { fieldsOf } from "./attribute";

/** Who does steps within lanes. */
export function rolesOf(view: View): string[] {
  return distinct(said(view, "role"));
}

/** Systems and ledgers that steps use. */
export function systemsOf(view: View): string[] {
  return distinct([...said(view, "system"), ...said(view, "other_systems")]);
}

/** Documents and data. */
export function documentsOf(view: View): string[] {
  return distinct(itemsOf(view).map(({ fields }) => fields.name));
}

/** Articles and rules that steps rest on. */
export function articlesOf(view: View): string[] {
  return distinct(said(view, "article"));
}

/** Sections or places of lanes. */
export function ofLanes(view: View | undefined, attribute: "section" | "location"): string[] {
  const words = view ? lanesOf(view).map(({ fields }) => fields[attribute]) : [];
  return distinct(words.filter((word) => typeof word === "string"));
}

/** What steps say under `attribute`. */
function said(view: View, attribute: string): string[] {
  const values = nodesOf(view).map(({ id }) => fieldsOf(view, id)?.[attribute]);
  return values.flat().filter((value) => typeof value === "string");
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)];
}
