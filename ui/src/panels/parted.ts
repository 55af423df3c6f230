/** The command that lets a flow part behind a node. */
import type { Ids } from "../app";
import type { Command, RecordId, View } from "../contract";
import { numberOf } from "../tools/graph";

interface Parting {
  after: RecordId | undefined;
  lane: number;
  name: string;
  /** One of the ways is gone, or all of them at once. */
  kind?: "branch" | "fork";
}

export function parted(
  view: View,
  { after, lane, name, kind = "branch" }: Parting,
  ids: Ids,
): { gateway: RecordId; command: Command } {
  const number = ids();
  return {
    gateway: `gateway/${number}`,
    command: {
      type: "add_gateway",
      gateway: number,
      flow: numberOf(view.flow),
      lane,
      kind,
      name,
      after: after ?? null,
      edge: ids(),
    },
  };
}
