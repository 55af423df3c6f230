/** The voice that is being written: it waits for whoever looks at something else meanwhile. */
import type { App } from "../../app";
import type { Draft } from "./voices";

export interface Begun {
  /** Of which project and flow. */
  place: string;
  /** Whose voice the key asked for that was pressed last. */
  voicing: App["voicing"];
  draft: Draft;
}

/** The last one; of another flow it would be about other steps. */
let last: Begun | undefined;

export function begin(begun: Begun): Begun {
  last = begun;
  return begun;
}

export function begunAt(place: string): Begun | undefined {
  return last?.place === place ? last : undefined;
}
