/** The text of the flow: read from the desk, written to it in every pause, and never over what changed elsewhere. */
import { useEffect, useRef, useState } from "react";
import type { Act, App } from "../../app";
import type { Problem, RecordId } from "../../contract";
import { useLate } from "../../late";
import { setUnwritten, unwrittenAt, useUnwritten } from "../outline/unwritten";
import type { TextLine } from "./lines";
import { baseOf, type Known, type Over, type Sender, sendTyped, settle } from "./sending";

/** A pause in typing, in milliseconds: what was typed until then is one undo step. */
const PAUSE = 800;

export interface FlowText {
  /** Nothing until it is read. */
  text: string | undefined;
  /** Where things stand; only of a text that is written. */
  lines: readonly TextLine[];
  isWritten: boolean;
  /** What is typed cannot be read: why, and where. */
  wrong: Problem | undefined;
  /** The flow was changed elsewhere while this was typed. */
  isOvertaken: boolean;
  type(text: string): void;
  /** An input method is at work, or has finished. */
  compose(isAtWork: boolean): void;
  write(): void;
  /** Writes over what was changed elsewhere. */
  insist(): void;
  /** Gives up what is typed. */
  reread(): void;
}

export function useFlowText(app: App, act: Act): FlowText {
  const view = useLate(app).view;
  const place = `${view?.project.path ?? ""} ${view?.flow ?? ""}`;
  const [typed, setTyped] = useUnwritten(place);
  const { known, refused, read, sender } = useDesk(app, act, { flow: view?.flow ?? "", place });
  const [isComposing, setComposing] = useState(false);
  const write = (how?: Over) => void sendTyped(sender, how);
  const isWritten = typed === "" || typed === known?.text;
  const isOvertaken = refused?.problem.code === "overtaken";
  useFollowing(`${place} ${view?.revision} ${typed === ""}`, () => {
    if (typed === "" && known?.revision !== app.view?.revision) void read();
  });
  usePauses(typed === "" || isComposing || isOvertaken ? undefined : typed, write);
  useLeaving(() => {
    // What was refused waits as it is, and is read again when one comes back.
    if (!isOvertaken && refused?.text !== typed) write();
  });
  return {
    text: typed === "" ? known?.text : typed,
    lines: isWritten ? (known?.lines ?? []) : [],
    isWritten,
    wrong: isOvertaken ? undefined : refused?.problem,
    isOvertaken,
    type: (text) => {
      if (unwrittenAt(place) === "") {
        // Over what is not read yet nobody can write.
        if (!known) return;
        // Kept with what is typed, so that nothing is written over after a look elsewhere.
        setUnwritten(baseOf(place), known.printed);
      }
      // A text without a letter is a text, too.
      setTyped(text === "" ? " " : text);
    },
    compose: setComposing,
    write: () => write(),
    insist: () => write({ over: true }),
    reread: () => void read(),
  };
}

/** What was heard of the flow at a place. */
interface Heard {
  place: string;
  known?: Known | undefined;
  /** A text that was refused, and why. */
  refused?: { text: string; problem: Problem };
}

/** What the desk says of the flow, and the ways to ask it. */
function useDesk(app: App, act: Act, { flow, place }: { flow: RecordId; place: string }) {
  const [heard, setHeard] = useState<Heard>();
  // Of another flow it says nothing.
  const { known, refused }: Partial<Heard> = heard?.place === place ? heard : {};
  const now = useRef({ app, place, known });
  now.current = { app, place, known };
  const hear = (what: Omit<Heard, "place">) => {
    if (now.current.place === place) setHeard({ place, ...what });
  };
  const read = async () => {
    const before = unwrittenAt(place);
    const revision = now.current.app.view?.revision ?? 0;
    const answer = await act.ask("flow_text", {});
    // Who typed meanwhile keeps what was typed.
    if (!answer || unwrittenAt(place) !== before || now.current.place !== place) return;
    hear({ known: { ...answer, printed: answer.text, revision } });
    settle(place);
  };
  const sender: Sender = {
    act,
    flow,
    place,
    written: (next) => hear({ known: next }),
    refused: (text) => {
      const { problem } = now.current.app;
      if (problem?.code !== "notation" && problem?.code !== "overtaken") return;
      // It is said at the text and nowhere else.
      act.dismissProblem();
      hear({ known: now.current.known, refused: { text, problem } });
    },
  };
  return { known, refused, read, sender };
}

/** Reads again whenever the flow is another one or says something else, or nothing is typed over it any longer. */
function useFollowing(what: string, follow: () => void) {
  const latest = useRef(follow);
  latest.current = follow;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the flow says is what is waited for
  useEffect(() => latest.current(), [what]);
}

/** Writes when one pauses. */
function usePauses(typed: string | undefined, write: () => void) {
  const latest = useRef(write);
  latest.current = write;
  useEffect(() => {
    if (typed === undefined) return;
    const timer = setTimeout(() => latest.current(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
}

/** Writes when one looks elsewhere. */
function useLeaving(leave: () => void) {
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => () => latest.current(), []);
}
