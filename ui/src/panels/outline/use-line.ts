/** The line that is typed next: what it says, who does it, and what becomes of it, however fast one types. */
import { useEffect, useRef, useState } from "react";
import type { Act, App } from "../../app";
import type { RecordId, View } from "../../contract";
import { lanesOf } from "../flow-records";
import { endsAtNew, waysEnds } from "./ending";
import { isRest, isWritten, readTyped, type Typed } from "./lane-prefix";
import { laneBelow } from "./next-lane";
import { useUnwritten } from "./unwritten";
import { hasBareWay, openBranch, wayAt } from "./ways";
import { laneOf, targetOf, useWriting } from "./writing";

/** Who does the next card, and which card that is behind. */
interface Chosen {
  lane: RecordId;
  behind: RecordId | undefined;
}

export interface NextLine {
  text: string;
  setText(text: string): void;
  typed: Typed;
  lane: RecordId | undefined;
  /** The card that it goes behind. */
  after: RecordId | undefined;
  /** The branch above that still waits for a way. */
  open: RecordId | undefined;
  /** Whether it is a way that says how often and when, and not yet where it leads. */
  isLeading: boolean;
  /** What ends with nothing said about how it goes on: the way being written, or the card before. */
  ends: "way" | "card" | undefined;
  submit(): void;
  choose(lane: RecordId | undefined): void;
  /** Chooses the lane below. */
  lower(): void;
}

/** Nothing while nothing is open. */
export function useLine(app: App, act: Act): NextLine | undefined {
  const [text, setText] = useUnwritten(app.view?.project.path ?? "");
  const [chosen, setChosen] = useChosen(app.view);
  const write = useWriting(app, act);
  const latest = useRef(app);
  latest.current = app;
  // Keys that chose a lane before the step before was there.
  const further = useRef(0);
  const waiting = useRef(0);
  // Whether the line before belongs to a branch, also while that is still on its way.
  const isParting = useRef(false);
  const { view } = app;
  if (!view) return undefined;
  const lanes = lanesOf(view);
  const after = targetOf(view, app.selection);
  // A lane holds for as long as one writes on; another card brings its own.
  const own = chosen?.behind === after ? chosen?.lane : undefined;
  const leaves = wayAt(view, after, text);
  const typed: Typed = leaves ? { name: text.trim() } : readTyped(text, lanes);
  const submit = () => {
    if (typed.name === "") return;
    // Behind the last card there is nothing yet that the rest of a branch goes on to: it is what one writes next.
    const isOfBranch =
      waiting.current > 0 ? isParting.current : leaves !== undefined && !hasBareWay(view, leaves);
    if (isOfBranch && isRest(text)) return setText(`${text.trim()} → `);
    isParting.current = typed.isBranch === true || isWritten(text);
    setText("");
    // Before the card before is there, its lane counts, not one that was chosen behind an earlier card.
    const isBehind = waiting.current === 0 && further.current === 0;
    const line = { text, typed, lane: isBehind ? own : undefined };
    waiting.current += 1;
    void write({ ...line, further: further.current }).then((made) => {
      waiting.current -= 1;
      // What was refused is still there to be mended.
      if (!made) return setText((now) => (now === "" ? text : now));
      if (waiting.current > 0) return;
      const next = laneBelow(lanesOf(latest.current.view ?? view), made.lane, further.current);
      further.current = 0;
      setChosen({ lane: next ?? made.lane, behind: made.step });
    });
    further.current = 0;
  };
  const lower = () => {
    if (waiting.current > 0) further.current += 1;
    else setChosen((had) => below(latest.current, had));
  };
  const choose = (lane: RecordId | undefined) => lane && setChosen({ lane, behind: after });
  const lane = own ?? laneOf(view, after);
  const open = openBranch(view, after);
  const isLeading = leaves !== undefined && LEADING.test(text);
  const ends = leaves !== undefined && endsAtNew(view, text) ? "way" : endOf(view, after, text);
  return { text, setText, typed, lane, after, open, isLeading, ends, submit, choose, lower };
}

/** Who begins to write is told that nothing follows the card before, where that ends a way. */
function endOf(view: View, after: RecordId | undefined, text: string): "card" | undefined {
  return text === "" && after !== undefined && waysEnds(view).has(after) ? "card" : undefined;
}

/** Ends with an arrow. */
const LEADING = /\S.*(?:→|⇒|->|=>)\s*$/;

/** What was chosen is forgotten with the card it was behind: where that was undone, another is what one writes on. */
function useChosen(view: View | undefined) {
  const [chosen, setChosen] = useState<Chosen>();
  useEffect(() => {
    const isThere = (id: RecordId | undefined) => id === undefined || (view && id in view.records);
    setChosen((had) => (isThere(had?.behind) ? had : undefined));
  }, [view]);
  return [chosen, setChosen] as const;
}

/** The next lane down. A card written a moment ago is not in the view yet, but it is what comes before. */
function below({ view, selection }: App, had: Chosen | undefined): Chosen | undefined {
  if (!view) return had;
  const after = targetOf(view, selection);
  const isNewer = had?.behind !== undefined && !(had.behind in view.records);
  const isOwn = had !== undefined && (had.behind === after || isNewer);
  const lane = laneBelow(lanesOf(view), isOwn ? had.lane : laneOf(view, after), 1);
  return lane === undefined ? had : { lane, behind: isOwn ? had.behind : after };
}
