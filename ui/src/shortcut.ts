/** What a key is: where it is meant, and what it does. */
import type { Act, App } from "./app";

/**
 * Where a key is meant: anywhere · while the canvas has the focus · while the cards have it · while either has it · in the
 * table · in the tab of the voices · in the replay.
 */
export type Scope = "anywhere" | "canvas" | "cards" | "steps" | "table" | "voices" | "replay";

export interface Shortcut {
  /** Its text is called by it, behind “ui-key-”. */
  id: string;
  scope: Scope;
  /** Whether it is meant too where the focus is in none of these places: on a button, or nowhere. */
  isAlsoMeant?: "outside";
  /** One of these: "Ctrl+Shift+Z", "F2", "n". */
  keys: readonly string[];
  /** Whether it works while a field is written in. */
  inFields?: "always" | "unchanged";
  /** Whether it changes the document: where that can only be read it does nothing. */
  edits?: true;
  /** Absent where a list or the canvas's hand does it by itself. */
  run?(app: App, act: Act): void | Promise<void>;
}
