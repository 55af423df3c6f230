/** What carries questions to Rust and answers back: Tauri in the shell, HTTP in a browser. */
import type { Answer, Call, DeskEvent, Exported, Problem, Question } from "../contract";
import { hasTexts, t } from "../text";

/** A picture for other programs, both in base 64. */
export interface Picture {
  png: string;
  svg: string;
}

/** What another program put on the clipboard: its letters, and how it would show them. */
export interface Pasted {
  text: string;
  html: string;
}

export interface Carrier {
  /** The answer; rejects with a `Refused`. */
  call<Q extends Question>(call: Call<Q>): Promise<Answer<Q>>;
  /** Hears what Rust says unasked; gives the way to stop. */
  listen(hear: (told: DeskEvent) => void): () => void;
  /** Hears what is chosen in the menu of the shell. */
  onMenu?(hear: (action: string) => void): void;
  /** A file a person chose; null where they chose none or there is no dialog. */
  chooseFile(): Promise<string | null>;
  /** Where an export goes; null where a person chose none or the carrier downloads it itself. */
  chooseTarget(name: string): Promise<string | null>;
  /** Whether `chooseTarget` asks: then `export_to` writes the file, else `download` hands it over. */
  readonly asksForTarget: boolean;
  download(exported: Exported): Promise<void>;
  copyPicture(picture: Picture): Promise<void>;
  copyText(text: string): Promise<void>;
  /** What is on the clipboard, for who pastes from a menu. */
  readClipboard(): Promise<Pasted>;
}

/** A problem on its way to whoever asked. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** The problem in anything that was thrown. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Refused) return thrown.problem;
  if (isProblem(thrown)) return thrown;
  // What a browser says of a connection is for programmers; before the texts are there, it is all that is known.
  const raw = thrown instanceof Error ? thrown.message : String(thrown);
  const message = hasTexts() ? t("ui-unreachable") : raw;
  return { code: "unreachable", message, hint: hasTexts() ? t("ui-unreachable-hint") : "", at: {} };
}

function isProblem(thrown: unknown): thrown is Problem {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown;
}
