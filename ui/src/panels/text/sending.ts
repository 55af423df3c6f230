/** What is typed as text goes to the desk, one text after the other, whether or not somebody still looks at it. */
import type { Act } from "../../app";
import type { RecordId } from "../../contract";
import { setUnwritten, unwrittenAt } from "../outline/unwritten";
import type { TextLine } from "./lines";

/** What the flow says. */
export interface Known {
  /** As it is shown: what people typed stays as they typed it. */
  text: string;
  /** As the desk prints it. */
  printed: string;
  lines: readonly TextLine[];
  /** The revision of which this is known. */
  revision: number;
}

/** Writes over what was changed elsewhere. */
export type Over = { over: true };

/** A text whose flow is looked at, and who hears what became of it. */
export interface Sender {
  act: Act;
  flow: RecordId;
  /** By which what is typed for the flow waits. */
  place: string;
  written(known: Known | undefined): void;
  refused(text: string): void;
}

/** By which it waits what the flow said when one began to type. */
export function baseOf(place: string): string {
  return `${place} base`;
}

/** What is on its way, by its place. */
const underway = new Map<string, { text: string; done: Promise<void> }>();

/** Sends what is typed once what was sent before has arrived. */
export function sendTyped(sender: Sender, how?: Over): Promise<void> {
  const { place } = sender;
  const text = unwrittenAt(place);
  const before = underway.get(place);
  // Who leaves has often sent it already.
  if (before?.text === text && !how) return before.done;
  const done = before ? before.done.then(() => send(sender, how)) : send(sender, how);
  const mine = { text, done };
  underway.set(place, mine);
  void done.then(() => {
    if (underway.get(place) === mine) underway.delete(place);
  });
  return done;
}

async function send({ act, flow, place, ...sender }: Sender, how?: Over): Promise<void> {
  const text = unwrittenAt(place);
  if (text === "") return;
  const base = unwrittenAt(baseOf(place));
  // As it was when one began: there is nothing to write, now or after a look elsewhere.
  if (text === base && !how) return settle(place);
  act.dismissProblem();
  const known = how ? {} : { known: base };
  const writing = act.ask("write_text", { flow, text, ...known });
  // Asked for at once, so that nothing else is done between the two: this is what the flow says by that text.
  const reading = act.ask("flow_text", { typed: text });
  const view = await writing;
  if (!view) return sender.refused(text);
  const read = await reading;
  const { revision } = view;
  sender.written(read && { text, printed: read.text, lines: read.lines, revision });
  // Who typed on meanwhile has more to write, and begins from what was written.
  if (unwrittenAt(place) === text) settle(place);
  else setUnwritten(baseOf(place), read?.text ?? "");
}

/** Nothing is typed any longer. */
export function settle(place: string): void {
  setUnwritten(place, "");
  setUnwritten(baseOf(place), "");
}
