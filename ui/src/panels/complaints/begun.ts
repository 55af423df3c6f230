/** The voices that are being written, or written anew: each waits for whoever looks at something else meanwhile. */
import { useLayoutEffect, useSyncExternalStore } from "react";
import type { App } from "../../app";
import type { RecordId, View } from "../../contract";
import { createEars } from "../../ears";
import { type Draft, next, settled } from "./voices";

/** Voices that are begun, each by its project, its flow and the steps it is about: on others it would be a wrong one. */
const begun = new Map<string, { steps: readonly RecordId[]; draft: Draft }>();
/** What was written last in each flow: the next voice there begins as its like. */
const latest = new Map<string, Draft>();
/** The press of a key that was heard last. */
let heard: App["voicing"] | undefined;
/** Voices that are being written anew, each by its project and its id. */
const rewritten = new Map<string, Draft>();
const ears = createEars();

/**
 * The next voice about `steps`, or about the whole where there are none: of whom, and of which kind, the key says that
 * opened the field; then it is changed here.
 */
export function useBegun(
  { voicing, hello }: App,
  view: View,
  steps: readonly RecordId[],
): [Draft, (draft: Draft) => void] {
  const waits = useSyncExternalStore(ears.hear, () => begunAt(view, steps));
  const last = useSyncExternalStore(ears.hear, () => latest.get(flowOf(view)));
  const had = waits ?? (last ? next(last) : { text: "", ...voicing });
  const isHeard = heard === voicing;
  const draft = isHeard ? had : settled({ ...had, ...voicing }, hello?.templates ?? []);
  // A key speaks of what is chosen when it is pressed, and of nothing that is chosen later.
  useLayoutEffect(() => {
    if (isHeard) return;
    heard = voicing;
    begin(view, steps, draft);
  });
  return [draft, (draft) => begin(view, steps, draft)];
}

export function begunAt(view: View, steps: readonly RecordId[]): Draft | undefined {
  return begun.get(placeOf(view, steps))?.draft;
}

/** Goes on with `draft`; what says nothing yet need not wait. */
export function begin(view: View, steps: readonly RecordId[], draft: Draft): void {
  const { text, count, severity } = draft;
  const place = placeOf(view, steps);
  const isNothing = text === "" && count === undefined && severity === undefined;
  if (isNothing) begun.delete(place);
  else begun.set(place, { steps, draft });
  latest.set(flowOf(view), draft);
  ears.tell();
}

/** On what else in this flow a text waits: the steps of each, none where it is about the whole. */
export function waitingElsewhere(view: View, steps: readonly RecordId[]): (readonly RecordId[])[] {
  const here = placeOf(view, steps);
  const flow = `${flowOf(view)} `;
  return [...begun]
    .filter(
      ([place, it]) => place !== here && place.startsWith(flow) && it.draft.text.trim() !== "",
    )
    .map(([, it]) => it.steps)
    .filter((its) => its.every((id) => id in view.records));
}

function flowOf({ project, flow }: View): string {
  return `${project.path} ${flow}`;
}

/** In whatever order they were chosen. */
function placeOf(view: View, steps: readonly RecordId[]): string {
  return `${flowOf(view)} ${[...steps].sort().join(" ")}`;
}

/** What a voice is being changed to, wherever it is shown; nothing while nobody changes it. */
export function useRewriting(view: View, id: RecordId): Draft | undefined {
  return useSyncExternalStore(ears.hear, () => rewritingAt(view, id));
}

export function rewritingAt(view: View, id: RecordId): Draft | undefined {
  return rewritten.get(keyOf(view, id));
}

/** Goes on with `draft`; without one it is saved, or given up. */
export function rewrite(view: View, id: RecordId, draft: Draft | undefined): void {
  if (draft) rewritten.set(keyOf(view, id), draft);
  else rewritten.delete(keyOf(view, id));
  ears.tell();
}

function keyOf({ project }: View, id: RecordId): string {
  return `${project.path} ${id}`;
}
