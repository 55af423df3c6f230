/** Writes cards one after the other, each behind the one before, however fast they are typed. */
import { useRef } from "react";
import type { Act, App } from "../../app";
import type { RecordId, View } from "../../contract";
import { t } from "../../text";
import { lanesOf, nodeAt, nodesOf } from "../flow-records";
import { type Added, added } from "./add";
import type { Typed } from "./lane-prefix";

/** The new step; nothing where it was refused. Without a lane the step stays where the one before it is. */
export type Write = (typed: Typed, lane: RecordId | undefined) => Promise<RecordId | undefined>;

export function useWriting(app: App, act: Act): Write {
  const latest = useRef(app);
  latest.current = app;
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const newest = useRef<Added>(undefined);
  const waiting = useRef(0);
  return (typed, lane) => {
    // Typed before the card before it was there: it goes behind that one, whatever is chosen by now.
    const isNext = waiting.current > 0;
    waiting.current += 1;
    const mine = turn.current.then(() => write(typed, lane, isNext ? newest.current : undefined));
    turn.current = mine;
    return mine.finally(() => {
      waiting.current -= 1;
    });
  };

  async function write(
    typed: Typed,
    lane: RecordId | undefined,
    before: Added | undefined,
  ): Promise<RecordId | undefined> {
    const { view, selection } = latest.current;
    if (!view) return undefined;
    const after = before?.step ?? targetOf(view, selection);
    let made: Added | undefined;
    const done = await act.send((ids) => {
      const wanted = {
        typed,
        lane: lane ?? before?.lane ?? laneOf(view, after),
        after,
        firstLane: t("ui-step-lane"),
        title: t("command-add-step"),
      };
      made = added(view, wanted, ids);
      return made.command;
    });
    if (!done || !made) return undefined;
    newest.current = made;
    act.select([made.step], { reveal: true });
    return made.step;
  }
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
