/** Takes chosen things away as one undo step, and says what is chosen afterwards. */
import type { Command, RecordId, View } from "../../contract";
import { nodesOf } from "../flow-records";

export function removal(ids: readonly RecordId[], title: string): Command | undefined {
  const commands: Command[] = ids.map((id) => ({ type: "remove", id }));
  const [first, second] = commands;
  return second ? { type: "many", title, commands } : first;
}

/** The card below what goes, else the one above: so that one can go on with the keyboard. */
export function leftAfter(view: View, gone: readonly RecordId[]): RecordId | undefined {
  const nodes = nodesOf(view).map((node) => node.id);
  const at = Math.max(...gone.map((id) => nodes.indexOf(id)));
  const isLeft = (id: RecordId) => !gone.includes(id);
  return nodes.slice(at + 1).find(isLeft) ?? nodes.slice(0, Math.max(at, 0)).findLast(isLeft);
}
