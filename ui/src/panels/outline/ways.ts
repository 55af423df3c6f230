/** Which lines say where a branch leads, and which branch that is. */
import type { RecordId, View } from "../../contract";
import { edgesOf, nodeAt } from "../flow-records";
import { branchAt } from "./branch";
import { leadsNowhere } from "./ending";
import { isArrow, isWay, isWritten } from "./lane-prefix";

/** What the way that `text` writes leaves, for who writes behind `after`; nothing where the line is a card. */
export function wayAt(view: View, after: RecordId | undefined, text: string): RecordId | undefined {
  if (after === undefined) return undefined;
  // Where a way ends, an arrow alone says how that goes on.
  if (isArrow(text) && leadsNowhere(view, after)) return after;
  const open = openBranch(view, after);
  if (!isWay(text)) return isWritten(text) ? open : undefined;
  const branch = open ?? partsAbove(view, after);
  return branch && (open || isNext(view, branch, after)) ? branch : after;
}

/** The branch above `after` that still waits for a way. */
export function openBranch(view: View, after: RecordId | undefined): RecordId | undefined {
  if (after === undefined) return undefined;
  const branch = partsAbove(view, after);
  return branch && !isWhole(view, branch, after) ? branch : undefined;
}

/** Whether the branch leads on along one way of which nothing is said. */
export function hasBareWay(view: View, branch: RecordId): boolean {
  return waysFrom(view, branch).filter(isBare).length === 1;
}

function partsAbove(view: View, after: RecordId): RecordId | undefined {
  const branch = branchAt(view, after);
  const node = nodeAt(view, branch);
  return node?.is === "gateway" && node.fields.kind === "branch" ? branch : undefined;
}

/** Whether all ways are told that leave `branch`: their shares are the whole, or each of two and more has its condition. */
function isWhole(view: View, branch: RecordId, after: RecordId): boolean {
  const ways = waysFrom(view, branch);
  if (ways.length < 2 || ways.some(isBare)) return false;
  const shares = ways.flatMap(({ fields }) => fields.share ?? []);
  if (shares.length < ways.length) return shares.length > 0 || !isNext(view, branch, after);
  return shares.reduce((sum, share) => sum + share, 0) > 0.995;
}

/** Whether one writes at the branch, or right behind the first step of one of its ways. */
function isNext(view: View, branch: RecordId, after: RecordId): boolean {
  return after === branch || waysFrom(view, branch).some(({ fields }) => fields.to === after);
}

function waysFrom(view: View, branch: RecordId) {
  return edgesOf(view).filter(({ fields }) => fields.from === branch);
}

type Leaving = ReturnType<typeof waysFrom>[number];

function isBare({ fields }: Leaving): boolean {
  return fields.share === undefined && !fields.condition;
}
