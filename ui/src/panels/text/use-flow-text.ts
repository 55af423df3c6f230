/** The text of the flow: read from the desk, written to it in every pause, and never over what changed elsewhere. */
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Act, App } from "../../app";
import type { Problem } from "../../contract";
import { useLate } from "../../late";
import { useUnwritten } from "../outline/unwritten";
import type { TextLine } from "./lines";

/** A pause in typing, in milliseconds: what was typed until then is one undo step. */
const PAUSE = 800;

interface Known {
  /** As it is shown: what people typed stays as they typed it. */
  text: string;
  /** As the desk prints it. */
  printed: string;
  lines: readonly TextLine[];
}

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
  const flow = view?.flow ?? "";
  const place = `${view?.project.path ?? ""} ${flow}`;
  const [typed, setTyped] = useUnwritten(place);
  // What the flow said when this was begun; kept with it, so that nothing is written over after a look elsewhere.
  const [base, setBase] = useUnwritten(`${place} base`);
  const [known, setKnown] = useState<Known>();
  const [wrong, setWrong] = useState<Problem>();
  const [isComposing, setComposing] = useState(false);
  const now = useRef({ app, flow, typed, base, known });
  now.current = { app, flow, typed, base, known };
  const isWritten = typed === "" || typed === known?.text;
  const settle = (next: Known | undefined) => {
    if (next) setKnown(next);
    setBase("");
    setWrong(undefined);
  };
  const reread = async () => {
    const read = await act.ask("flow_text", {});
    setTyped("");
    settle(read && { ...read, printed: read.text });
  };
  const write = useWriting(now, act, {
    written: async (text) => {
      const placed = await act.ask("flow_text", { typed: text });
      const printed = placed?.text ?? "";
      settle({ text, printed, lines: placed?.lines ?? [] });
      // Who typed on meanwhile has more to write, and begins from what was written.
      setTyped((newest) => {
        if (newest === text) return "";
        setBase(printed);
        return newest;
      });
    },
    refused: setWrong,
  });
  const isOvertaken = wrong?.code === "overtaken";
  useFollowing(`${flow} ${view?.revision}`, () => {
    if (now.current.typed === "") void reread();
  });
  usePauses(typed === "" || isComposing || isOvertaken ? undefined : typed, write);
  return {
    text: typed === "" ? known?.text : typed,
    lines: isWritten ? (known?.lines ?? []) : [],
    isWritten,
    wrong: isOvertaken ? undefined : wrong,
    isOvertaken,
    type: (text) => {
      if (typed === "") setBase(known?.printed ?? "");
      // A text without a letter is a text, too.
      setTyped(text === "" ? " " : text);
    },
    compose: setComposing,
    write: () => void write(),
    insist: () => void write({ over: true }),
    reread: () => void reread(),
  };
}

interface Now {
  app: App;
  flow: string;
  typed: string;
  base: string;
  known: Known | undefined;
}

type Write = (how?: { over: true }) => Promise<void>;

/** Sends what is typed, one text after the other. */
function useWriting(
  now: RefObject<Now>,
  act: Act,
  hear: { written(text: string): Promise<void>; refused(problem: Problem | undefined): void },
): Write {
  const isWriting = useRef(false);
  return async (how) => {
    const { flow, typed: text, base, known } = now.current;
    if (text === "" || isWriting.current || (text === known?.text && !how)) return;
    isWriting.current = true;
    act.dismissProblem();
    const answer = await act.ask("write_text", { flow, text, ...(how ? {} : { known: base }) });
    isWriting.current = false;
    if (answer) return hear.written(text);
    const { problem } = now.current.app;
    if (problem?.code !== "notation" && problem?.code !== "overtaken") return;
    // It is said at the text and nowhere else.
    act.dismissProblem();
    hear.refused(problem);
  };
}

/** Reads again whenever the flow is another one or says something else. */
function useFollowing(revision: string, follow: () => void) {
  const latest = useRef(follow);
  latest.current = follow;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision is what is waited for
  useEffect(() => latest.current(), [revision]);
}

/** Writes when one pauses, and when one looks elsewhere. */
function usePauses(typed: string | undefined, write: Write) {
  const latest = useRef(write);
  latest.current = write;
  useEffect(() => {
    if (typed === undefined) return;
    const timer = setTimeout(() => void latest.current(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => () => void latest.current(), []);
}
