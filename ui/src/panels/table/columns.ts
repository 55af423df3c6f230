/** The columns of the table: the most used ones first, what is only shown last. Rust reads what is written in them; here is only what they look like. */
import type { Column } from "../../generated/Column";
import { t } from "../../text";

/** A column that Rust knows, or what only the window counts. */
export type ColumnId = Column | "voices";

export interface TableColumn {
  id: ColumnId;
  /** In pixels, until a person changes it. */
  width: number;
  /** Stands at the right and is sorted by size. */
  isNumber?: true;
  /** Is shown and never written. */
  isShown?: true;
  /** Branches and events have it as well as steps. */
  isOfAll?: true;
  /** Cannot be empty. */
  isNeeded?: true;
  /** The vocabulary whose words belong there. */
  words?: string;
  /** The words for yes and no, where it is a question. */
  answers?: Answers;
  /** Several, with 、 between them. */
  isList?: true;
}

/** How a question is answered: 必要・不要, できる・できない, はい・いいえ. */
export type Answers = "needed" | "possible" | "true";

export const COLUMNS: readonly TableColumn[] = [
  { id: "number", width: 56, isNumber: true, isShown: true, isOfAll: true },
  { id: "name", width: 210, isOfAll: true, isNeeded: true },
  { id: "lane", width: 104, isOfAll: true, isNeeded: true },
  { id: "phase", width: 84, isOfAll: true },
  { id: "kind", width: 88, words: "step_kind" },
  { id: "media", width: 112, words: "medium" },
  { id: "system", width: 120 },
  { id: "minutes", width: 110, isNumber: true },
  { id: "wait", width: 104, isNumber: true },
  { id: "people", width: 72, isNumber: true },
  { id: "batch", width: 108, words: "batch" },
  { id: "reads", width: 180, isList: true },
  { id: "writes", width: 180, isList: true },
  { id: "check_object", width: 140 },
  { id: "check_aspects", width: 160, words: "aspect", isList: true },
  { id: "basis", width: 104, words: "basis" },
  { id: "article", width: 180 },
  { id: "seals", width: 116, words: "seal_kind", isList: true },
  { id: "sheets", width: 84, isNumber: true },
  { id: "note", width: 240 },
  { id: "judgement", width: 100, answers: "needed" },
  { id: "error_rate", width: 104, isNumber: true },
  { id: "value", width: 160, words: "value_class" },
  { id: "routine", width: 132, words: "routine" },
  { id: "pressure", width: 160, answers: "true" },
  { id: "contact", width: 116, words: "contact" },
  { id: "channel", width: 112, words: "channel" },
  { id: "travel", width: 132, isNumber: true },
  { id: "wait_cause", width: 108, words: "wait_cause" },
  { id: "batch_size", width: 108, isNumber: true },
  { id: "role", width: 144 },
  { id: "remote", width: 128, answers: "possible" },
  { id: "method", width: 120, words: "method" },
  { id: "other_systems", width: 164, isList: true },
  { id: "check_against", width: 140 },
  { id: "check_reason", width: 128, words: "check_reason" },
  { id: "check_independent_of", width: 172 },
  { id: "check_why", width: 200 },
  { id: "catch_rate", width: 176, isNumber: true },
  { id: "changeable_by", width: 112, words: "authority" },
  { id: "obligatory", width: 128, answers: "true" },
  { id: "attachments", width: 160, isList: true },
  { id: "began", width: 220 },
  { id: "because_of", width: 200, isList: true },
  { id: "next", width: 220, isShown: true, isOfAll: true },
  { id: "voices", width: 68, isNumber: true, isShown: true, isOfAll: true },
];

/** These stay where they are while the others are scrolled: the number and the name. */
export const FROZEN = 2;

const NARROWEST = 48;
const WIDEST = 640;

/** What stands above a column. */
export function headOf({ id }: TableColumn): string {
  return t(`ui-table-column-${id.replaceAll("_", "-")}`);
}

/** Widths that people gave, by column. */
export type Widths = Readonly<Partial<Record<ColumnId, number>>>;

export function widthOf(column: TableColumn, widths: Widths): number {
  return widths[column.id] ?? column.width;
}

/** The widths with `column` as wide as wanted, within reason. */
export function widened(widths: Widths, column: TableColumn, width: number): Widths {
  const within = Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));
  return { ...widths, [column.id]: within };
}

/** Where each column begins, and behind the last one where all end. */
export function startsOf(widths: Widths): readonly number[] {
  const starts = [0];
  for (const column of COLUMNS) starts.push((starts.at(-1) ?? 0) + widthOf(column, widths));
  return starts;
}
