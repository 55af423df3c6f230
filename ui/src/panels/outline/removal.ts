/** Takes chosen things away as one undo step, and says what is chosen afterwards. */
import type { Act } from "../../app";
import type { Command, RecordId, View } from "../../contract";
import { t } from "../../text";
import { isNode, nameOf } from "../../tools/graph";
import { nodesOf } from "../flow-records";

/** Nothing where none of them is there any more. */
export function removal(view: View, all: readonly RecordId[]): Command | undefined {
  const ids = all.filter((id) => id in view.records);
  const commands: Command[] = [...ids].sort(byKind).map((id) => ({ type: "remove", id }));
  const [first, second] = commands;
  if (!second) return first;
  const title = t("ui-tool-removed", { name: nameOf(view, ids[0] ?? ""), n: ids.length });
  return { type: "many", title, commands };
}

/** Takes them away, and goes on where one can. */
export function remove(act: Act, view: View, ids: readonly RecordId[]): void {
  const next = leftAfter(view, ids);
  void act
    .send((_, newest) => newest && removal(newest, ids))
    .then((done) => {
      if (done && next) act.select([next], { reveal: true });
    });
}

/** Arrows go before the steps that take them along, lanes after the steps in them. */
function byKind(one: RecordId, other: RecordId): number {
  const place = (id: RecordId) => (id.startsWith("edge/") ? 0 : isNode(id) ? 1 : 2);
  return place(one) - place(other);
}

/** The card below what goes, else the one above: so that one can go on with the keyboard. */
export function leftAfter(view: View, gone: readonly RecordId[]): RecordId | undefined {
  const nodes = nodesOf(view).map((node) => node.id);
  const at = Math.max(...gone.map((id) => nodes.indexOf(id)));
  const isLeft = (id: RecordId) => !gone.includes(id);
  return nodes.slice(at + 1).find(isLeft) ?? nodes.slice(0, Math.max(at, 0)).findLast(isLeft);
}
