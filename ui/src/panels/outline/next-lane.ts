/** The lane that a key chooses for the next step. */
import type { LaneFields, RecordId } from "../../contract";
import type { Numbered } from "../flow-records";

type Lanes = readonly Numbered<LaneFields>[];

/** The lane below `current`, and the first one again after the last. */
export function nextLane(lanes: Lanes, current: RecordId | undefined): RecordId | undefined {
  const at = lanes.findIndex((lane) => lane.id === current);
  return lanes[(at + 1) % Math.max(lanes.length, 1)]?.id;
}
