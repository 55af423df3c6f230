/** From what is pasted, filled in or emptied to the cells that are written. */
import type { Matrix } from "./clipboard";
import { COLUMNS, headOf, type TableColumn } from "./columns";
import { isOne, type Range } from "./cursor";
import type { Line } from "./lines";
import { isOpen } from "./rows";

/** A cell to be written: in a line that is there, or in one behind the last. */
export interface Write {
  line: number;
  column: TableColumn;
  text: string;
  /** In which row of what was pasted it stands, counted from 1 with the words above. */
  from?: number;
}

export interface Pasted {
  writes: Write[];
  /** What is chosen afterwards. */
  range: Range;
  /** Something fell on cells that are only shown. */
  isPartly: boolean;
}

/**
 * `whole` from the upper left corner of `chosen` on: repeated where that fills it. Where the table itself gave the words above
 * the columns along, each column goes where it came from.
 */
export function pasted(whole: Matrix, chosen: Range, lines: readonly Line[]): Pasted {
  const own = ownColumn(whole);
  const matrix = own === undefined ? whole : whole.slice(1);
  const range = own === undefined ? chosen : { ...chosen, left: own, right: own };
  const [height, width] = [matrix.length, Math.max(...matrix.map((row) => row.length), 0)];
  const rows = repeated(range.bottom - range.top + 1, height);
  const columns = repeated(range.right - range.left + 1, width);
  const writes: Write[] = [];
  let isPartly = false;
  for (let down = 0; down < rows; down += 1) {
    for (let on = 0; on < columns; on += 1) {
      const column = COLUMNS[range.left + on];
      const text = matrix[down % height]?.[on % width] ?? "";
      const write = column && writeOf(range.top + down, column, text, lines);
      const from = (down % height) + 1 + (whole.length - height);
      if (write) writes.push({ ...write, from });
      isPartly ||= text !== "" && (column === undefined || column.isShown === true);
    }
  }
  const end = {
    bottom: range.top + Math.max(rows, 1) - 1,
    right: Math.min(range.left + Math.max(columns, 1), COLUMNS.length) - 1,
  };
  return { writes, range: { ...range, ...end }, isPartly };
}

/** Of a single line or column as many as are chosen, of others a multiple. */
function repeated(chosen: number, given: number): number {
  return given > 0 && chosen % given === 0 ? chosen : given;
}

/** Whether the first row is the words that stand above the columns here. */
export function isOwn(matrix: Matrix): boolean {
  return ownColumn(matrix) !== undefined;
}

/** The column in which a copy of the table itself begins; nothing where its first row are not its words. */
function ownColumn(matrix: Matrix): number | undefined {
  const [first] = matrix;
  if (!first || matrix.length < 2 || first.length < 2) return undefined;
  const left = COLUMNS.findIndex((column) => headOf(column) === first[0]);
  const isOwn = first.every((text, on) => {
    const column = COLUMNS[left + on];
    return column !== undefined && headOf(column) === text;
  });
  return left >= 0 && isOwn ? left : undefined;
}

/** Nothing where the cell is only shown, where nothing would change, or where nothing is said about what must be said. */
function writeOf(
  line: number,
  column: TableColumn,
  text: string,
  lines: readonly Line[],
): Write | undefined {
  const here = lines[line];
  if (column.isShown) return undefined;
  if ((here?.texts[column.id] ?? "") === text) return undefined;
  if (text === "" && (!here?.row || column.isNeeded || !isOpen(here.row, column))) return undefined;
  return { line, column, text };
}

/** The same text in every cell of `range` that a person can write in. */
export function same(text: string, range: Range, lines: readonly Line[]): Write[] {
  return over(range, lines, () => text);
}

/** Nothing in every cell of `range` that may be empty; a name or a lane alone is asked for all the same, and refused. */
export function emptied(range: Range, lines: readonly Line[]): Write[] {
  const all = over(range, lines, () => "");
  const column = COLUMNS[range.left];
  if (all.length > 0 || !isOne(range) || !column?.isNeeded) return all;
  return lines[range.top]?.row ? [{ line: range.top, column, text: "" }] : [];
}

/** The first line or column of `range` in all others; of a single one, the one before it. */
export function filled(way: "down" | "right", range: Range, lines: readonly Line[]): Write[] {
  const { top, left, bottom, right } = range;
  const from = {
    row: way === "down" && top === bottom ? top - 1 : top,
    column: way === "right" && left === right ? left - 1 : left,
  };
  const textAt = (row: number, column: number) => {
    const id = COLUMNS[column]?.id;
    return id === undefined ? undefined : lines[row]?.texts[id];
  };
  return over(range, lines, (row, column) => {
    if (from.row < 0 || from.column < 0) return undefined;
    if (way === "down") return row === from.row ? undefined : (textAt(from.row, column) ?? "");
    return column === from.column ? undefined : (textAt(row, from.column) ?? "");
  });
}

function over(
  { top, bottom, left, right }: Range,
  lines: readonly Line[],
  textFor: (row: number, column: number) => string | undefined,
): Write[] {
  const writes: Write[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let at = left; at <= right; at += 1) {
      const column = COLUMNS[at];
      const text = textFor(row, at);
      if (!column || text === undefined || !isOpen(lines[row]?.row, column)) continue;
      const write = writeOf(row, column, text, lines);
      if (write) writes.push(write);
    }
  }
  return writes;
}

/** What stands in `range`, without the lines that are no rows yet; with the words above where whole rows are chosen. */
export function copied(range: Range, lines: readonly Line[], head: "with head" | "bare"): Matrix {
  const columns = COLUMNS.slice(range.left, range.right + 1);
  const rows = lines
    .slice(range.top, range.bottom + 1)
    .filter(({ row }) => row !== undefined)
    .map(({ texts }) => columns.map(({ id }) => texts[id] ?? ""));
  return head === "with head" ? [columns.map(headOf), ...rows] : rows;
}
