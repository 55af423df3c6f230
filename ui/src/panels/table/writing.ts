/** Writes cells: what is written stands in the table at once, and Rust says whether it can be read. */
import type { Answer, Asked, RecordId } from "../../contract";
import type { Column } from "../../generated/Column";
import { t } from "../../text";
import { isNode, numberOf } from "../../tools/graph";
import { COLUMNS, headOf } from "./columns";
import { cursorAt } from "./cursor";
import { cellAt, type Hand, textAt } from "./hand";
import type { Draft, Line, Pending } from "./lines";
import { same, type Write } from "./writes";

type Cells = Asked<"write_cells">["cells"];

/** What new rows became. */
const became = new Map<string, RecordId>();
let turn: Promise<void> = Promise.resolve();
let made = 0;

export function draftKey(): string {
  made += 1;
  return `draft/${made}`;
}

/** What is being written in the cell one is in becomes what stands there. */
export function commit(hand: Hand): void {
  const { edit } = hand.state();
  if (!edit) return;
  hand.drop();
  const shown = hand.shown();
  const { line, column } = cellAt(shown);
  if (!line || textAt(line, column.id) === edit.text) return;
  const write = { line: shown.cursor.at.row, column, text: edit.text };
  void written(hand, [write], t("ui-table-written", { column: headOf(column) }), edit.text);
}

/** The same in every chosen cell. */
export function commitToAll(hand: Hand): void {
  const { edit } = hand.state();
  if (!edit) return;
  hand.drop();
  const { range, lines } = hand.shown();
  const writes = same(edit.text, range, lines);
  void written(hand, writes, t("ui-table-filled", { n: writes.length }));
}

/** What is written together: one undo step, or nothing. */
interface Batch {
  writes: readonly Write[];
  title: string;
  /** A single text, to be mended in its cell where it is refused. */
  typed: string | undefined;
  /** The lines as they were. */
  lines: readonly Line[];
  drafts: readonly Begun[];
  pending: readonly Pending[];
}

/** Writes in turn, however fast one types: what is written in a new row needs to know what became of it. */
export function written(
  hand: Hand,
  writes: readonly Write[],
  title: string,
  typed?: string,
): Promise<void> {
  if (writes.length === 0 || hand.app().view?.project.read_only !== false) return turn;
  const { lines } = hand.shown();
  const drafts = begun(hand, writes, lines);
  const pending = stated(hand, writes, lines);
  turn = turn.then(() => send(hand, { writes, title, typed, lines, drafts, pending }));
  return turn;
}

async function send(hand: Hand, batch: Batch): Promise<void> {
  const { writes, title, lines, drafts } = batch;
  const cells: Cells = writes.flatMap((write) => {
    const at = placeOf(lines[write.line], write.line, drafts);
    return at === undefined ? [] : [{ at, column: write.column.id as Column, text: write.text }];
  });
  const after = drafts[0]?.draft.after;
  hand.act.dismissProblem();
  hand.act.dismissDone();
  const asked = { title, cells, ...(after === undefined ? {} : { after }) };
  const view = cells.length === 0 ? undefined : await hand.act.ask("write_cells", asked);
  settle(hand, batch, view);
  if (!view) refused(hand, batch);
}

interface Begun {
  /** The line as it was when it was written. */
  line: number;
  draft: Draft;
  /** Which of the new rows it is. */
  place: number;
}

/** New rows stand there at once. */
function begun(hand: Hand, writes: readonly Write[], lines: readonly Line[]): Begun[] {
  const isNew = (line: number) => !lines[line]?.row && !lines[line]?.draft?.isSent;
  const numbers = [...new Set(writes.map(({ line }) => line))].filter(isNew).sort((a, b) => a - b);
  const all = numbers.map((line, place): Begun => {
    const { texts: _, ...had } = lines[line]?.draft ?? { key: draftKey(), texts: {} };
    const mine = writes.filter((write) => write.line === line);
    const texts = Object.fromEntries(mine.map(({ column, text }) => [column.id, text]));
    return { line, place, draft: { ...had, texts, isSent: true } };
  });
  if (all.length === 0) return all;
  const keys = new Set(all.map(({ draft }) => draft.key));
  const others = hand.state().drafts.filter(({ key }) => !keys.has(key));
  // The cursor stays with what was written, whatever the line was called before.
  const names = [...hand.shown().keys];
  for (const { line, draft } of all) names[line] = draft.key;
  hand.change({
    drafts: [...others, ...all.map(({ draft }) => draft)],
    cursor: cursorIn(hand),
    keys: names,
  });
  return all;
}

/** Where the cursor is meant to be, also behind the last line, where rows are about to come. */
function cursorIn(hand: Hand) {
  const { cursor, keys } = hand.state();
  const shown = hand.shown();
  return shown.keys.every((key, n) => keys[n] === key) ? cursor : shown.cursor;
}

/** What is written in rows that are there. */
function stated(hand: Hand, writes: readonly Write[], lines: readonly Line[]): Pending[] {
  const mine = writes.flatMap(({ line, column, text }): Pending[] => {
    const id = lines[line]?.row?.id;
    return id === undefined ? [] : [{ id, column: column.id, text }];
  });
  if (mine.length > 0) hand.change({ pending: [...hand.state().pending, ...mine] });
  return mine;
}

/** The row a cell is in, or which of the new ones. What became of a row that was refused is refused with it. */
function placeOf(
  line: Line | undefined,
  at: number,
  drafts: readonly Begun[],
): RecordId | number | undefined {
  if (line?.row) return line.row.id;
  if (line?.draft?.isSent) return became.get(line.draft.key);
  return drafts.find((draft) => draft.line === at)?.place;
}

/** The nodes that came last, in the order in which they came. */
function newest({ records }: Answer<"write_cells">, n: number): RecordId[] {
  const nodes = Object.keys(records).filter(isNode);
  return nodes.sort((a, b) => numberOf(a) - numberOf(b)).slice(-n);
}

/** What was written stands in the flow by now, or nowhere. */
function settle(hand: Hand, batch: Batch, view: Answer<"write_cells"> | undefined): void {
  const { drafts, pending } = batch;
  const ids = view && drafts.length > 0 ? newest(view, drafts.length) : [];
  const keys = new Set(drafts.map(({ draft }) => draft.key));
  for (const { draft, place } of drafts) {
    const id = ids[place];
    if (id !== undefined) became.set(draft.key, id);
  }
  const { keys: now, cursor } = hand.shown();
  const here = now[cursor.at.row];
  const state = hand.state();
  hand.change({
    drafts: state.drafts.flatMap((draft) => {
      if (!keys.has(draft.key)) return draft;
      const made = became.get(draft.key);
      return made === undefined ? [] : { ...draft, made };
    }),
    pending: state.pending.flatMap((one) => {
      if (!pending.includes(one)) return one;
      return view ? { ...one, serial: view.serial } : [];
    }),
  });
  const mine = here !== undefined && keys.has(here) ? became.get(here) : undefined;
  if (mine !== undefined) hand.act.select([mine], { reveal: true });
}

/** Goes to the cell that was refused; what was typed there is typed there again. */
function refused(hand: Hand, { writes, lines, typed }: Batch): void {
  const write = writes[hand.app().problem?.at.cell ?? 0];
  if (!write || hand.state().edit) return;
  const { keys } = hand.shown();
  const found = keys.indexOf(lines[write.line]?.key ?? "");
  const row = found < 0 ? Math.min(write.line, keys.length - 1) : found;
  const cursor = cursorAt(row, COLUMNS.indexOf(write.column));
  hand.change({
    cursor,
    keys,
    wrong: cursor.at,
    ...(typed === undefined ? {} : { edit: { text: typed, mode: "inside" as const } }),
  });
}
