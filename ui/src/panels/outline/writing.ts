/** Writes cards one after the other, each behind the one before, however fast they are typed. */
import { useRef } from "react";
import type { Act, App } from "../../app";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { nodeAt, nodesOf } from "../flow-records";
import { added } from "./add";
import type { Typed } from "./lane-prefix";

/** The new step; nothing where it was refused. */
export type Write = (typed: Typed, lane: RecordId | undefined) => Promise<RecordId | undefined>;

export function useWriting(app: App, act: Act): Write {
  const latest = useRef(app);
  latest.current = app;
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const newest = useRef<RecordId>(undefined);
  return (typed, lane) => {
    const chosen = app.selection.at(-1);
    // Another choice since the last card: the next one goes there.
    if (chosen !== newest.current && app.pending === 0) newest.current = undefined;
    const mine = turn.current.then(() => write(typed, lane));
    turn.current = mine;
    return mine;
  };

  async function write(typed: Typed, lane: RecordId | undefined): Promise<RecordId | undefined> {
    const { view, selection } = latest.current;
    if (!view) return undefined;
    const target = newest.current ?? selection.findLast((id) => nodeAt(view, id));
    const after = target ?? nodesOf(view).at(-1)?.id;
    let step: RecordId | undefined;
    const done = await act.send((ids) => {
      const wanted = {
        typed,
        lane,
        after,
        firstLane: t("ui-step-lane"),
        title: t("command-add-step"),
      };
      const next = added(view, wanted, ids);
      step = next.step;
      return next.command;
    });
    if (!done || !step) return undefined;
    newest.current = step;
    act.select([step], { reveal: true });
    return step;
  }
}
