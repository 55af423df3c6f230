/** What stands in the table from top to bottom: the rows, those that are being written, and the empty one at the end. */
import type { RecordId } from "../../contract";
import type { ColumnId } from "./columns";
import type { Refused } from "./refused";
import type { TableRow, Texts } from "./rows";

/** A row that is being written: it stands there until the flow has it. */
export interface Draft {
  key: string;
  /** The row it stands behind; at the end without it. */
  after?: RecordId;
  texts: Texts;
  /** It is on its way; else nothing is written in it yet. */
  isSent?: true;
  /** What was written in it was refused: it stays for as long as that does. */
  isRefused?: true;
  /** Part of the flow by now. */
  made?: RecordId;
}

export interface Line {
  key: string;
  /** Absent while it is no row of the flow. */
  row?: TableRow;
  draft?: Draft;
  /** With what was written or refused a moment ago. */
  texts: Texts;
  /** What of it was refused. */
  wrong?: Readonly<Partial<Record<ColumnId, Refused>>>;
}

/** The key of the empty line at the end. */
export const NEW = "new";

export function linesOf(rows: readonly TableRow[], drafts: readonly Draft[]): readonly Line[] {
  const lines: Line[] = rows.map((row) => ({ key: row.id, row, texts: row.texts }));
  for (const draft of drafts) {
    const line = { key: draft.key, draft, texts: draft.texts };
    const at = draft.after === undefined ? -1 : lines.findIndex(({ key }) => key === draft.after);
    if (at < 0) {
      lines.push(line);
      continue;
    }
    // Several behind one row stand as they were written.
    let place = at + 1;
    while (lines[place]?.draft?.after === draft.after) place += 1;
    lines.splice(place, 0, line);
  }
  lines.push({ key: NEW, texts: {} });
  return lines;
}

/** The drafts that still have to be shown: neither part of `rows` by now, nor left without a word in them. */
export function stillDrafts(
  drafts: readonly Draft[],
  isThere: (id: RecordId) => boolean,
  here: string | undefined,
): readonly Draft[] {
  const left = drafts.filter((draft) => {
    if (draft.made !== undefined) return !isThere(draft.made);
    return draft.isSent === true || draft.isRefused === true || draft.key === here;
  });
  return left.length === drafts.length ? drafts : left;
}

/** What is written in a cell and not yet in the flow. */
export interface Pending {
  id: RecordId;
  column: ColumnId;
  text: string;
  /** Answered: from this view on the flow says itself what stands there. */
  serial?: number;
}
