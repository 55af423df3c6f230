/** The text of the flow: read from the desk, written to it in every pause, and never over what changed elsewhere. */
import { useEffect, useRef, useState } from "react";
import type { Act, App } from "../../app";
import type { Problem } from "../../contract";
import { useLate } from "../../late";
import { useUnwritten } from "../outline/unwritten";
import type { TextLine } from "./lines";

/** A pause in typing, in milliseconds: what was typed until then is one undo step. */
const PAUSE = 800;

interface Known {
  text: string;
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
  const [typed, setTyped] = useUnwritten(`${view?.project.path ?? ""} ${flow}`);
  const [known, setKnown] = useState<Known>();
  const [wrong, setWrong] = useState<Problem>();
  const [isOvertaken, setOvertaken] = useState(false);
  const [isComposing, setComposing] = useState(false);
  const now = useRef({ app, typed, known });
  now.current = { app, typed, known };
  const seen = useRef<string>(undefined);
  const isWriting = useRef(false);
  const isWritten = typed === "" || typed === known?.text;

  const reread = async () => {
    const read = await act.ask("flow_text", {});
    if (read) setKnown(read);
    setTyped("");
    setWrong(undefined);
    setOvertaken(false);
  };
  const write = async (isOver = isOvertaken) => {
    const { typed: text } = now.current;
    if (text === "" || text === now.current.known?.text || isOver || isWriting.current) return;
    isWriting.current = true;
    act.dismissProblem();
    const answer = await act.ask("write_text", { text });
    isWriting.current = false;
    if (!answer) return setWrong(refused(now.current.app.problem, act));
    seen.current = `${answer.flow} ${answer.revision}`;
    setWrong(undefined);
    setOvertaken(false);
    const placed = await act.ask("flow_text", { typed: text });
    setKnown({ text, lines: placed?.lines ?? [] });
    // Who typed on meanwhile has more to write.
    setTyped((newest) => (newest === text ? "" : newest));
  };
  const acts = useRef({ reread, write });
  acts.current = { reread, write };

  const revision = `${flow} ${view?.revision}`;
  useEffect(() => {
    if (isWriting.current || seen.current === revision) return;
    const isFirst = !seen.current?.startsWith(`${flow} `);
    seen.current = revision;
    const { typed: text, known: had } = now.current;
    if (text === "" || text === had?.text) void acts.current.reread();
    else if (!isFirst) setOvertaken(true);
  }, [revision, flow]);
  useEffect(() => {
    if (typed === "" || isComposing) return;
    const timer = setTimeout(() => void acts.current.write(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, isComposing]);

  return {
    text: typed === "" ? known?.text : typed,
    lines: isWritten ? (known?.lines ?? []) : [],
    isWritten,
    wrong,
    isOvertaken,
    // A text without a letter is a text, too.
    type: (text) => setTyped(text === "" ? " " : text),
    compose: setComposing,
    write: () => void write(),
    insist: () => void write(false),
    reread: () => void reread(),
  };
}

/** What cannot be read is said at the text and nowhere else. */
function refused(problem: Problem | undefined, act: Act): Problem | undefined {
  if (problem?.code !== "notation") return undefined;
  act.dismissProblem();
  return problem;
}
