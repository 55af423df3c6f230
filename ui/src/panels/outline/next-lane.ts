/** The lane that a key chooses for the next step. */
import type { LaneFields, RecordId } from "../../contract";
import type { Numbered } from "../flow-records";

type Lanes = readonly Numbered<LaneFields>[];

/** The lane `by` lanes below `current`; behind the last comes the first one again. */
export function laneBelow(
  lanes: Lanes,
  current: RecordId | undefined,
  by: number,
): RecordId | undefined {
  if (by === 0) return current;
  const at = lanes.findIndex((lane) => lane.id === current);
  return lanes[(at + by) % Math.max(lanes.length, 1)]?.id;
}
