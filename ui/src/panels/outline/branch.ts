/** Which branch a line belongs to that is written further in, and how what follows joins again. */
import type { Ids } from "../../app";
import type { Command, RecordId, SentView, View } from "../../contract";
import { numberOf } from "../../tools/graph";
import { edgesOf, nodesOf } from "../flow-records";

/** What was written last, further in than its branch. */
export interface Within {
  branch: RecordId;
  last: RecordId;
}

/** The branch at `id` or next above it in the list; where there is none, `id` itself. */
export function branchAt(view: View, id: RecordId): RecordId {
  const nodes = nodesOf(view);
  const at = nodes.findIndex((node) => node.id === id);
  return nodes.slice(0, at + 1).findLast((node) => node.is === "gateway")?.id ?? id;
}

/** `command`, which writes `step` as another way of the branch: behind what was written within, which comes to it as well. */
export function joined(
  view: View,
  within: Within,
  { command, step }: { command: Command; step: RecordId },
  { ids, title }: { ids: Ids; title: string },
): Command {
  const leadsOn = edgesOf(view).some((edge) => edge.fields.from === within.last);
  const reorder: Command = { type: "reorder", id: step, place: { after: within.last } };
  const connect: Command = { type: "connect", edge: ids(), from: within.last, to: step };
  const commands = command.type === "many" ? command.commands : [command];
  const rest = leadsOn ? [reorder] : [reorder, connect];
  return { type: "many", title, commands: [...commands, ...rest] };
}

/** Where one goes on writing behind a way: at the last step that it brought, else at its branch. */
export function endOfWay(before: View, after: SentView, branch: RecordId): RecordId {
  const made = Object.keys(after.records).filter(
    (id) => id.startsWith("step/") && !(id in before.records),
  );
  const last = made.sort((a, b) => numberOf(a) - numberOf(b)).at(-1);
  const leadsOn = Object.values(after.records).some(
    (record) => "edge" in record && record.edge.from === last,
  );
  return last === undefined || leadsOn ? branch : last;
}
