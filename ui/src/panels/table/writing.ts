/** Writes cells: what is written stands in the table at once, and Rust says whether it can be read. */
import type { Answer, Asked, Problem, RecordId } from "../../contract";
import type { Column } from "../../generated/Column";
import { t } from "../../text";
import { isNode, numberOf } from "../../tools/graph";
import { COLUMNS, headOf } from "./columns";
import { cursorAt } from "./cursor";
import { becomes, draftKey, madeOf } from "./drafts";
import { cellAt, type Hand, wrongAt } from "./hand";
import { type Draft, type Line, NEW, type Pending } from "./lines";
import { forgetRefused, isAt, keepRefused, placeOf, type Refused } from "./refused";
import { same, type Write } from "./writes";

type Cells = Asked<"write_cells">["cells"];

let turn: Promise<void> = Promise.resolve();

/** What is being written in the cell one is in becomes what stands there. */
export function commit(hand: Hand): void {
  const { edit } = hand.state();
  if (!edit) return;
  hand.drop();
  const shown = hand.shown();
  const { line, column } = cellAt(shown);
  const wrong = wrongAt(shown);
  // What was refused stands nowhere: it is sent again, unless it is by now what the flow says.
  const had = wrong ? line?.row?.texts[column.id] : line?.texts[column.id];
  const write = { line: shown.cursor.at.row, column, text: edit.text };
  if (!line || (had ?? "") === edit.text) giveUp(hand, wrong);
  else void written(hand, [write], t("ui-table-written", { column: headOf(column) }), edit.text);
}

/** What is being written is written; what was refused is not asked for once more by who only looks elsewhere. */
export function leave(hand: Hand): void {
  const { edit } = hand.state();
  if (edit && wrongAt(hand.shown())?.text === edit.text) hand.drop();
  else commit(hand);
}

/** What was refused is no longer wanted. */
export function giveUp(hand: Hand, wrong: Refused | undefined): void {
  if (!wrong) return;
  if (hand.app().problem === wrong.problem) hand.act.dismissProblem();
  forgetRefused((one) => one === wrong);
}

/** The same in every chosen cell. */
export function commitToAll(hand: Hand): void {
  const { edit } = hand.state();
  if (!edit) return;
  hand.drop();
  const { range, lines } = hand.shown();
  const writes = same(edit.text, range, lines);
  void written(hand, writes, t("ui-table-filled", { n: writes.length }), edit.text);
}

/** What is written together: one undo step, or nothing. */
interface Batch {
  writes: readonly Write[];
  title: string;
  /** A single text, to be mended in its cell where it is refused. */
  typed: string | undefined;
  /** Of which project and flow. */
  place: string;
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
  const { view } = hand.app();
  if (writes.length === 0 || !view || view.project.read_only) return turn;
  const { lines } = hand.shown();
  const mended = writes.map(({ line, column }) => lines[line]?.wrong?.[column.id]);
  const drafts = begun(hand, writes, lines);
  const pending = stated(hand, writes, lines);
  forgetRefused((one) => mended.includes(one));
  const batch = { writes, title, typed, place: placeOf(view), lines, drafts, pending };
  turn = turn.then(() => send(hand, batch));
  return turn;
}

async function send(hand: Hand, batch: Batch): Promise<void> {
  const { writes, title } = batch;
  const news = newRows(batch);
  const cells = writes.map((write): Cells[number] => {
    const key = keyOf(batch, write);
    const at = news.get(key)?.place ?? madeOf(key) ?? key;
    return { at, column: write.column.id as Column, text: write.text };
  });
  const after = [...news.values()][0]?.after;
  const had = hand.app().problem;
  hand.act.dismissProblem();
  hand.act.dismissDone();
  const asked = { title, cells, ...(after === undefined ? {} : { after }) };
  const view = await hand.act.ask("write_cells", asked);
  settle(hand, batch, [...news.keys()], view);
  // Where nobody looks at the table any longer, nothing new is heard.
  const { problem } = hand.app();
  if (!view) refused(hand, batch, problem === had ? undefined : problem);
}

interface NewRow {
  /** Which of the new rows it is. */
  place: number;
  after: RecordId | undefined;
}

/** The rows that are begun with it; also those in which something was refused before. */
function newRows(batch: Batch): Map<string, NewRow> {
  const news = new Map<string, NewRow>();
  for (const write of batch.writes) {
    const draft = draftOf(batch, write);
    if (!draft || madeOf(draft.key) !== undefined || news.has(draft.key)) continue;
    news.set(draft.key, { place: news.size, after: draft.after });
  }
  return news;
}

/** The new row a cell is in. */
function draftOf({ lines, drafts }: Batch, { line }: Write): Draft | undefined {
  return drafts.find((draft) => draft.line === line)?.draft ?? lines[line]?.draft;
}

/** The key of the line a cell is in. */
function keyOf(batch: Batch, write: Write): string {
  return batch.lines[write.line]?.row?.id ?? draftOf(batch, write)?.key ?? NEW;
}

interface Begun {
  /** The line as it was when it was written. */
  line: number;
  draft: Draft;
}

/** New rows stand there at once. */
function begun(hand: Hand, writes: readonly Write[], lines: readonly Line[]): Begun[] {
  const isNew = (line: number) => !lines[line]?.row && !lines[line]?.draft?.isSent;
  const numbers = [...new Set(writes.map(({ line }) => line))].filter(isNew).sort((a, b) => a - b);
  const all = numbers.map((line): Begun => {
    const { isRefused: _, ...had } = lines[line]?.draft ?? { key: draftKey() };
    const mine = writes.filter((write) => write.line === line);
    const texts = Object.fromEntries(mine.map(({ column, text }) => [column.id, text]));
    return { line, draft: { ...had, texts, isSent: true } };
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

/** The nodes that came last, in the order in which they came. */
function newest({ records }: Answer<"write_cells">, n: number): RecordId[] {
  const nodes = Object.keys(records).filter(isNode);
  return nodes.sort((a, b) => numberOf(a) - numberOf(b)).slice(-n);
}

/** What was written stands in the flow by now, or nowhere. */
function settle(
  hand: Hand,
  batch: Batch,
  news: readonly string[],
  view: Answer<"write_cells"> | undefined,
): void {
  const { writes, drafts, pending } = batch;
  const ids = view && news.length > 0 ? newest(view, news.length) : [];
  news.forEach((key, n) => {
    const id = ids[n];
    if (id !== undefined) becomes(key, id);
  });
  const keys = new Set([...news, ...drafts.map(({ draft }) => draft.key)]);
  const { keys: now, cursor } = hand.shown();
  const here = now[cursor.at.row];
  const state = hand.state();
  hand.change({
    drafts: state.drafts.flatMap((draft) => {
      if (!keys.has(draft.key)) return draft;
      const made = madeOf(draft.key);
      return made === undefined ? [] : { ...draft, made };
    }),
    pending: state.pending.flatMap((one) => {
      if (!pending.includes(one)) return one;
      return view ? { ...one, serial: view.serial } : [];
    }),
  });
  if (view) {
    const cells = writes.map((write) => ({ key: keyOf(batch, write), id: write.column.id }));
    forgetRefused((one) => cells.some(({ key, id }) => isAt(one, key, id)));
  }
  const mine = here !== undefined && keys.has(here) ? madeOf(here) : undefined;
  if (mine !== undefined) hand.choose([mine]);
}

/** What was typed waits in its cell. Whoever does not write elsewhere goes there, and it is typed there again. */
function refused(hand: Hand, batch: Batch, problem: Problem | undefined): void {
  const { writes, typed, place } = batch;
  const write = writes[problem?.at.cell ?? 0];
  if (!write) return;
  const { column } = write;
  const line = keyOf(batch, write);
  const draft = draftOf(batch, write);
  if (typed) {
    const after = draft?.after === undefined ? {} : { after: draft.after };
    const row = draft ? { begun: after } : {};
    keepRefused({ place, line, ...row, column: column.id, text: typed, problem });
  }
  if (hand.state().edit) return;
  const { keys } = hand.shown();
  const found = keys.findIndex((key) => key === line || key === madeOf(line));
  const row = found < 0 ? Math.min(write.line, keys.length - 1) : found;
  const cursor = cursorAt(row, COLUMNS.indexOf(column));
  hand.change({
    cursor,
    keys,
    wrong: { ...cursor.at, ...toldOf(batch, write) },
    ...(typed === undefined ? {} : { edit: { text: typed, mode: "inside" as const } }),
  });
}

/** Which cell of what was pasted stopped all of it; rows that were to come have no number. */
function toldOf({ lines }: Batch, { line, column, from }: Write): { told?: string } {
  if (from === undefined) return {};
  const number = lines[line]?.row?.texts.number ?? "";
  const known = number === "" ? "ui-table-pasted-wrong" : "ui-table-pasted-wrong-number";
  return { told: t(known, { row: from, column: headOf(column), number }) };
}
