/** The voices that are being written: each waits for whoever looks at something else meanwhile. */
import type { App } from "../../app";
import type { Draft } from "./voices";

export interface Begun {
  /** Of which project and flow: of another one it would be about other steps. */
  place: string;
  /** Whose voice the key asked for that was pressed last. */
  voicing: App["voicing"];
  draft: Draft;
}

const begun = new Map<string, Begun>();

export function begin(next: Begun): Begun {
  begun.set(next.place, next);
  return next;
}

export function begunAt(place: string): Begun | undefined {
  return begun.get(place);
}
