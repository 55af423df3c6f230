/** Reads and sets one attribute of one or several records: a single undo step either way. */
import { useRef, useState } from "react";
import type { Act, App, Ids, PanelProps } from "../../app";
import type { Asked, Command, Fields, Problem, RecordId, View } from "../../contract";
import { t } from "../../text";
import type { Option } from "../../widgets/choice";

/** What stands for "not known" in a list of words; no vocabulary has this word. */
export const UNKNOWN = "unknown";

type Column = Asked<"write_cells">["cells"][number]["column"];

/** Whose attribute a field shows. */
export interface AttributeProps extends PanelProps {
  ids: readonly RecordId[];
  attribute: string;
  label: string;
}

export function fieldsOf(view: View, id: RecordId): Fields | undefined {
  const record = view.records[id];
  return record && Object.values(record)[0];
}

/** What all of them have in common; `isMixed` where they differ. */
export function common(
  view: View | undefined,
  ids: readonly RecordId[],
  attribute: string,
): { value: unknown; isMixed: boolean } {
  const values = ids.map((id) => view && fieldsOf(view, id)?.[attribute]);
  const [value] = values;
  const isMixed = values.some((other) => other !== value);
  return { value: isMixed ? undefined : value, isMixed };
}

/** One command for each record, sent as one; made from the newest view once everything sent before has arrived. */
export function sendAll(
  act: Act,
  ids: readonly RecordId[],
  command: (id: RecordId, view: View | undefined) => Command,
): Promise<boolean> {
  return act.send((_, view) => {
    const commands = ids.map((id) => command(id, view));
    const [only] = commands;
    if (only && commands.length === 1) return only;
    return { type: "many", title: t("ui-step-several-title", { n: ids.length }), commands };
  });
}

export function setAttribute(
  act: Act,
  ids: readonly RecordId[],
  attribute: string,
  value: unknown,
): Promise<boolean> {
  return changeAttribute(act, ids, attribute, () => value);
}

/** Sets what becomes of the attribute of each, from what it is by then. */
export function changeAttribute(
  act: Act,
  ids: readonly RecordId[],
  attribute: string,
  change: (had: unknown) => unknown,
): Promise<boolean> {
  return sendAll(act, ids, (id, view): Command => {
    const value = change(view && fieldsOf(view, id)?.[attribute]);
    return { type: "set_attribute", id, attribute, value };
  });
}

/** What a person wrote about each of them, as they wrote it; Rust reads it. */
export async function writeCells(
  act: Act,
  ids: readonly RecordId[],
  column: Column,
  text: string,
): Promise<boolean> {
  const title = t("ui-step-several-title", { n: ids.length });
  const cells = ids.map((at) => ({ at, column, text }));
  return (await act.ask("write_cells", { title, cells })) !== undefined;
}

/** The words of a vocabulary, in the language of the window. */
export function wordsOf(app: App, vocabulary: string): readonly Option[] {
  return app.hello?.vocabularies[vocabulary] ?? [];
}

/** Those words, and before them that it is not known. */
export function wordsOrUnknown(app: App, vocabulary: string): readonly Option[] {
  return [{ value: UNKNOWN, word: t("ui-step-unknown") }, ...wordsOf(app, vocabulary)];
}

/** Says at the field what the desk refused there, until the next try. */
export function useRefusal(app: App): {
  wrong: string | undefined;
  /** The same for a field in which what was refused stays: also what is expected, whatever else happens meanwhile. */
  lasting: string | undefined;
  watch(done: Promise<boolean>): Promise<boolean>;
} {
  const [isRefused, setIsRefused] = useState(false);
  const mine = useRef<Problem>(undefined);
  if (isRefused) mine.current ??= app.problem;
  return {
    // A later problem is about something else.
    wrong: isRefused && app.problem === mine.current ? mine.current?.message : undefined,
    lasting: isRefused && mine.current ? reasonOf(mine.current) : undefined,
    watch: async (done) => {
      const isDone = await done;
      mine.current = undefined;
      setIsRefused(!isDone);
      return isDone;
    },
  };
}

function reasonOf({ message, hint }: Problem): string {
  return `${message} ${hint}`.trim();
}

/** Creates something and uses it at once, as one undo step. */
export function sendWithNew(
  act: Act,
  title: string,
  commands: (ids: Ids) => Command[],
): Promise<boolean> {
  return act.send((ids) => ({ type: "many", title, commands: commands(ids) }));
}
