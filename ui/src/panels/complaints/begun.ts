/** The voices that are being written, or written anew: each waits for whoever looks at something else meanwhile. */
import { useSyncExternalStore } from "react";
import type { App } from "../../app";
import type { RecordId, View } from "../../contract";
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

/** Voices that are being written anew, each by its project and its id. */
const rewritten = new Map<string, Draft>();
const ears = new Set<() => void>();

/** What a voice is being changed to, wherever it is shown; nothing while nobody changes it. */
export function useRewriting(view: View, id: RecordId): Draft | undefined {
  return useSyncExternalStore(subscribe, () => rewritingAt(view, id));
}

export function rewritingAt(view: View, id: RecordId): Draft | undefined {
  return rewritten.get(keyOf(view, id));
}

/** Goes on with `draft`; without one it is saved, or given up. */
export function rewrite(view: View, id: RecordId, draft: Draft | undefined): void {
  if (draft) rewritten.set(keyOf(view, id), draft);
  else rewritten.delete(keyOf(view, id));
  for (const ear of ears) ear();
}

function keyOf({ project }: View, id: RecordId): string {
  return `${project.path} ${id}`;
}

function subscribe(ear: () => void) {
  ears.add(ear);
  return () => ears.delete(ear);
}
