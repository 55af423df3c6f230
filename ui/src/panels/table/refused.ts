/** What was typed in cells and refused: there it waits, also for who looks at another form, to be mended or given up. */
import type { Problem, RecordId, View } from "../../contract";
import { createEars } from "../../ears";
import { t } from "../../text";
import type { ColumnId } from "./columns";
import { madeOf } from "./drafts";
import type { Draft, Line } from "./lines";

export interface Refused {
  /** Of which project and flow. */
  place: string;
  /** The key of its line. */
  line: string;
  /** Where its line is a row that was to be begun: the row it stands behind; at the end without it. */
  begun?: { after?: RecordId };
  column: ColumnId;
  text: string;
  /** Why; nothing where nobody was there to hear it. */
  problem: Problem | undefined;
}

/** The newest last. */
let all: readonly Refused[] = [];
const ears = createEars();

export function refusals(): readonly Refused[] {
  return all;
}

export const hearRefusals = ears.hear;

export function keepRefused(next: Refused): void {
  const isSame = (one: Refused) => isAt(one, next.line, next.column) && one.place === next.place;
  change([...all.filter((one) => !isSame(one)), next]);
}

export function forgetRefused(isMeant: (one: Refused) => boolean): void {
  if (all.some(isMeant)) change(all.filter((one) => !isMeant(one)));
}

function change(next: readonly Refused[]) {
  all = next;
  ears.tell();
}

/** By which they wait for their flow. */
export function placeOf({ project, flow }: View): string {
  return `${project.path} ${flow}`;
}

/** Whether it is in the cell, whatever its line is called by now. */
export function isAt(one: Refused, line: string, column: ColumnId): boolean {
  return one.column === column && isIn(one, line);
}

function isIn(one: Refused, line: string): boolean {
  return one.line === line || madeOf(one.line) === line;
}

/** The rows that were to be begun with a text that was refused. */
export function begunWith(mine: readonly Refused[], drafts: readonly Draft[]): readonly Draft[] {
  const known = new Set(drafts.map(({ key }) => key));
  return mine.flatMap(({ line, begun }): Draft[] => {
    if (!begun || known.has(line)) return [];
    known.add(line);
    const made = madeOf(line);
    return [
      { key: line, ...begun, texts: {}, isRefused: true, ...(made === undefined ? {} : { made }) },
    ];
  });
}

/** `lines` with what was refused in its cells. */
export function withRefused(lines: readonly Line[], mine: readonly Refused[]): readonly Line[] {
  if (mine.length === 0) return lines;
  return lines.map((line) => {
    const here = mine.filter((one) => isIn(one, line.key));
    if (here.length === 0) return line;
    const texts = Object.fromEntries(here.map(({ column, text }) => [column, text]));
    const wrong = Object.fromEntries(here.map((one) => [one.column, one]));
    return { ...line, texts: { ...line.texts, ...texts }, wrong };
  });
}

/** Why it was refused, and what to do. */
export function reasonOf({ problem }: Refused): string {
  return problem ? `${problem.message} ${problem.hint}`.trim() : t("ui-table-refused");
}
