/** What the table shows at a moment, and the way to change it: one place for keys, pointer and clipboard. */
import type { Act, App } from "../../app";
import type { RecordId, View } from "../../contract";
import { COLUMNS, type ColumnId, type TableColumn } from "./columns";
import {
  type Cursor,
  cursorAt,
  followed,
  type Range,
  rangeOf,
  type Size,
  type Spot,
} from "./cursor";
import { type Draft, type Line, linesOf, type Pending, stillDrafts } from "./lines";
import { AS_IT_IS, type Order, ordered } from "./order";
import { begunWith, placeOf, type Refused, withRefused } from "./refused";
import { isOpen, rowsOf } from "./rows";

/** What is of the moment. Replaced, never changed in place. */
export interface TableState {
  cursor: Cursor;
  /** The keys of the lines that the cursor's places are about. */
  keys: readonly string[];
  /** What is being written in the cell one is in. */
  edit?: { text: string; mode: "typing" | "inside" };
  drafts: readonly Draft[];
  pending: readonly Pending[];
  order: Order;
  /** Where the last thing was written that was refused; of what was pasted also which of it that was. */
  wrong?: Spot & { told?: string };
}

/** A row's name is where one begins. */
const NAME = COLUMNS.findIndex(({ id }) => id === "name");

export const FIRST: TableState = {
  cursor: cursorAt(0, NAME),
  keys: [],
  drafts: [],
  pending: [],
  order: AS_IT_IS,
};

/** What follows from the state and the flow. */
export interface Shown {
  lines: readonly Line[];
  keys: readonly string[];
  cursor: Cursor;
  size: Size;
  range: Range;
}

export interface Hand {
  state(): TableState;
  shown(): Shown;
  change(change: Partial<TableState>): void;
  /** Chooses rows everywhere; the cursor goes its own way meanwhile. */
  choose(ids: readonly RecordId[]): void;
  /** Whether it was chosen here: whoever did that may be in another row by the time it is shown. Told once of each. */
  isOwn(id: RecordId | undefined): boolean;
  /** No longer writing in a cell. */
  drop(): void;
  /** The window at this moment. */
  app(): App;
  act: Act;
}

export function shownOf(
  state: TableState,
  view: View,
  hello: App["hello"],
  refused: readonly Refused[],
): Shown {
  const rows = ordered(rowsOf(view, hello?.vocabularies), state.order);
  const here = state.keys[state.cursor.at.row];
  const place = placeOf(view);
  const mine = refused.filter((one) => one.place === place);
  const all = [...state.drafts, ...begunWith(mine, state.drafts)];
  const drafts = stillDrafts(all, (id) => id in view.records, here);
  const lines = withPending(withRefused(linesOf(rows, drafts), mine), state.pending, view);
  const keys = lines.map(({ key }) => key);
  const size = { rows: lines.length, columns: COLUMNS.length };
  const cursor = followed(state.cursor, state.keys, keys);
  return { lines, keys, cursor, size, range: rangeOf(cursor, size) };
}

/** What was just written stands there already, until the flow says so itself. */
function withPending(
  lines: readonly Line[],
  pending: readonly Pending[],
  view: View,
): readonly Line[] {
  const left = pending.filter(({ serial }) => serial === undefined || serial > view.serial);
  if (left.length === 0) return lines;
  const texts = new Map<string, Line["texts"]>();
  for (const { id, column, text } of left) texts.set(id, { ...texts.get(id), [column]: text });
  return lines.map((line) => {
    const mine = texts.get(line.key);
    return mine ? { ...line, texts: { ...line.texts, ...mine } } : line;
  });
}

/** The cell one is in. */
export function cellAt({ lines, cursor }: Shown): { line: Line | undefined; column: TableColumn } {
  const column = COLUMNS[cursor.at.column] ?? (COLUMNS[NAME] as TableColumn);
  return { line: lines[cursor.at.row], column };
}

/** What was refused in the cell one is in. */
export function wrongAt(shown: Shown): Refused | undefined {
  const { line, column } = cellAt(shown);
  return line?.wrong?.[column.id];
}

export function textAt({ texts }: { texts: Line["texts"] }, id: ColumnId): string {
  return texts[id] ?? "";
}

/** Whether one may write in the cell one is in. */
export function canWrite(hand: Hand): boolean {
  if (hand.app().view?.project.read_only !== false) return false;
  const { line, column } = cellAt(hand.shown());
  return line !== undefined && isOpen(line.row, column);
}

/** Moves the cursor, and chooses the rows it is in everywhere. */
export function put(hand: Hand, cursor: Cursor): void {
  const { keys } = hand.shown();
  hand.change({ cursor, keys });
  const { lines, range, cursor: now } = hand.shown();
  const here = lines[now.at.row]?.row?.id;
  // Who chooses a column means what stands in it, not all steps.
  const chosenLines = now.span === "columns" ? [] : lines.slice(range.top, range.bottom + 1);
  const ids = chosenLines.flatMap(({ row }) => (row && row.id !== here ? row.id : []));
  const chosen = here === undefined ? ids : [...ids, here];
  const had = hand.app().selection;
  const isSame = had.length === chosen.length && chosen.every((id, n) => had[n] === id);
  if (!isSame && chosen.length > 0) hand.choose(chosen);
}
