/** Where a way ends without a word about what follows: what is being written, and the cards behind which nothing comes. */
import type { RecordId, View } from "../../contract";
import { folded } from "../../folded";
import { edgesOf, nodesOf } from "../flow-records";
import { saysEnd } from "./lane-prefix";

const ARROW = /→|⇒|->|=>/;

/** Whether the way that `text` writes ends at a step that it brings. */
export function endsAtNew(view: View, text: string): boolean {
  const [, ...targets] = text.split(ARROW);
  const last = folded(targets.at(-1) ?? "");
  if (last === "" || saysEnd(last) || /^(?:\d+$|#)/.test(last)) return false;
  return !nodesOf(view).some(({ fields }) => folded(fields.name) === last);
}

/** Whether `id` is a step behind which nothing comes, though the list goes on below it. */
export function isDeadEnd(view: View, id: RecordId): boolean {
  return id !== nodesOf(view).at(-1)?.id && leadsNowhere(view, id);
}

/** Whether nothing comes behind the step `id`. */
export function leadsNowhere(view: View, id: RecordId): boolean {
  return id.startsWith("step/") && !edgesOf(view).some(({ fields }) => fields.from === id);
}
