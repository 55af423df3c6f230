/** Writes cards one after the other, each behind the one before, however fast they are typed. */
import { type RefObject, useRef } from "react";
import type { Act, App } from "../../app";
import type { RecordId, View } from "../../contract";
import { t } from "../../text";
import { lanesOf, nodeAt, nodesOf } from "../flow-records";
import { type Added, added } from "./add";
import { branchAt, endOfWay, joined, type Within } from "./branch";
import { isWritten, type Typed } from "./lane-prefix";
import { laneBelow } from "./next-lane";
import { wayAt } from "./ways";

/** The lanes of a new process. */
const STARTERS = ["desk-new-lane-resident", "desk-new-lane-staff", "desk-new-lane-role"];

/** A line as it was typed, and what it says. */
export interface Line {
  text: string;
  typed: Typed;
  /** Who does it; without one, whoever does the step before. */
  lane: RecordId | undefined;
  /** So many lanes further down, chosen before the step before was there. */
  further: number;
}

/** Where one goes on; nothing where the line was refused. */
export type Write = (line: Line) => Promise<Made | undefined>;

/** What was written, and the branch that lines further in belong to. */
export interface Made extends Pick<Added, "step" | "lane"> {
  branch: RecordId | undefined;
}

/** What lines need that follow one another. */
interface Desk {
  act: Act;
  latest: RefObject<App>;
  /** What was written last, and within which branch. */
  newest: RefObject<Made | undefined>;
  within: RefObject<Within | undefined>;
}

export function useWriting(app: App, act: Act): Write {
  const latest = useRef(app);
  latest.current = app;
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const newest = useRef<Made>(undefined);
  const within = useRef<Within>(undefined);
  const waiting = useRef(0);
  const desk = { act, latest, newest, within };
  return (line) => {
    // Typed before the card before it was there: it goes behind that one, whatever is chosen by now.
    const isNext = waiting.current > 0;
    waiting.current += 1;
    const mine = turn.current.then(() => write(desk, line, isNext ? newest.current : undefined));
    turn.current = mine;
    return mine.finally(() => {
      waiting.current -= 1;
    });
  };
}

async function write(desk: Desk, line: Line, before: Made | undefined): Promise<Made | undefined> {
  const { view, selection } = desk.latest.current;
  if (!view) return undefined;
  const after = before?.step ?? targetOf(view, selection);
  // What was written a moment ago is not in the view yet.
  const isKnown = after !== undefined && nodeAt(view, after) !== undefined;
  const branch = isKnown ? branchAt(view, after) : (before?.branch ?? after);
  const leaves = isKnown ? wayAt(view, after, line.text) : wayBehind(branch, line.text);
  const made =
    leaves !== undefined
      ? await writeWay(desk, line, { view, branch: leaves })
      : await writeCard(desk, line, { view, after, before, branch });
  if (!made) return undefined;
  desk.newest.current = made;
  desk.act.select([made.step], { reveal: true });
  return made;
}

/** A branch that was begun or went on a moment ago waits for its ways. */
function wayBehind(branch: RecordId | undefined, text: string): RecordId | undefined {
  return branch?.startsWith("gateway/") && isWritten(text) ? branch : undefined;
}

async function writeWay(
  { act, within }: Desk,
  line: Line,
  { view, branch }: { view: View; branch: RecordId },
): Promise<Made | undefined> {
  within.current = undefined;
  act.dismissProblem();
  const answer = await act.ask("write_way", { at: branch, text: line.text });
  if (!answer) return undefined;
  const step = endOfWay(view, answer, branch);
  const record = answer.records[step];
  const lane = record && "step" in record ? record.step.lane : nodeAt(view, branch)?.fields.lane;
  return { step, lane: `lane/${lane}`, branch };
}

interface Where {
  view: View;
  after: RecordId | undefined;
  before: Made | undefined;
  branch: RecordId | undefined;
}

async function writeCard(
  { act, latest, within }: Desk,
  line: Line,
  { view, after, before, branch }: Where,
): Promise<Made | undefined> {
  // What is written further out again is another way of the branch, and what was written within comes to it.
  const left = !line.typed.isWithin && within.current?.last === after ? within.current : undefined;
  const behind = left?.branch ?? after;
  const title = t("command-add-step");
  let made: Added | undefined;
  const done = await act.send((ids) => {
    const now = latest.current.view ?? view;
    const usual = (left ? undefined : before?.lane) ?? laneOf(now, behind);
    const lane = line.lane ?? laneBelow(lanesOf(now), usual, line.further);
    const firstLane = t("ui-step-lane");
    const starters = STARTERS.map((id) => t(id));
    const { typed } = line;
    const ifSo = t("ui-cards-if-so");
    made = added(now, { typed, lane, after: behind, firstLane, starters, title, ifSo }, ids);
    return left ? joined(now, left, made, { ids, title }) : made.command;
  });
  if (!done || !made) return undefined;
  within.current =
    line.typed.isWithin && branch !== undefined ? { branch, last: made.step } : undefined;
  return { ...made, branch: made.branch ?? (line.typed.isBranch ? made.step : branch) };
}

/** The card that the next one goes behind: what is chosen, else the last of the list. */
export function targetOf(view: View, selection: readonly RecordId[]): RecordId | undefined {
  const chosen = selection.findLast((id) => nodeAt(view, id));
  return chosen ?? nodesOf(view).at(-1)?.id;
}

/** Who does the card `after`; without one the uppermost lane. */
export function laneOf(view: View, after: RecordId | undefined): RecordId | undefined {
  const node = after === undefined ? undefined : nodeAt(view, after);
  return node ? `lane/${node.fields.lane}` : lanesOf(view)[0]?.id;
}
