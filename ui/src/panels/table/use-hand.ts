/** Holds what is of the moment in the table, and follows what is chosen elsewhere. */
import { type RefObject, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Act, App } from "../../app";
import type { RecordId, View } from "../../contract";
import { isNode } from "../../tools/graph";
import { goneTo } from "./cursor";
import { FIRST, type Hand, type Shown, shownOf, type TableState } from "./hand";
import { hearRefusals, type Refused, refusals } from "./refused";

/** What the table is shown of the window; it may be a moment old. */
export interface Seen {
  view: View;
  hello: App["hello"];
  selection: readonly RecordId[];
}

export function useHand(seen: Seen, now: RefObject<App>, act: Act): Hand {
  const [, draw] = useState(FIRST);
  useSyncExternalStore(hearRefusals, refusals);
  const latest = useRef(seen);
  latest.current = seen;
  const [hand] = useState(() => handOf(latest, now, act, draw));
  const last = seen.selection.findLast(isNode);
  // With what is shown, never behind it: a key pressed meanwhile would be led back to where the cursor was before.
  useLayoutEffect(() => {
    if (!hand.isOwn(last) && last !== undefined) follow(hand, last);
  }, [last, hand]);
  return hand;
}

function handOf(
  seen: RefObject<Seen>,
  now: RefObject<App>,
  act: Act,
  draw: (state: TableState) => void,
): Hand {
  let state = FIRST;
  let had: { of: readonly unknown[]; shown: Shown } | undefined;
  // What was chosen here and is not shown as chosen yet, in that order.
  let own: readonly (RecordId | undefined)[] = [];
  const to = (next: TableState) => {
    state = next;
    draw(next);
  };
  return {
    act,
    app: () => now.current,
    state: () => state,
    shown: () => {
      const { view, hello } = seen.current;
      const refused: readonly Refused[] = refusals();
      const of = [state, view, hello, refused];
      if (!had || of.some((one, n) => had?.of[n] !== one)) {
        had = { of, shown: shownOf(state, view, hello, refused) };
      }
      return had.shown;
    },
    change: (change) => to({ ...state, ...change }),
    choose: (ids) => {
      own = [...own, ids.findLast(isNode)];
      act.select(ids, { reveal: true });
    },
    isOwn: (id) => {
      const place = own.indexOf(id);
      own = place < 0 ? [] : own.slice(place + 1);
      return place >= 0;
    },
    drop: () => {
      const { edit, ...rest } = state;
      if (edit) to(rest);
    },
  };
}

/** To the row of what was chosen elsewhere. */
function follow(hand: Hand, id: RecordId) {
  const { keys, range, cursor, size } = hand.shown();
  const row = keys.indexOf(id);
  if (row < 0 || hand.state().edit) return;
  if (row >= range.top && row <= range.bottom) return;
  hand.change({ cursor: goneTo(cursor, { row, column: cursor.at.column }, size), keys });
}
