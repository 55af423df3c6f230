/** Carries out what keys mean in the table. */
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { remove as removeFrom } from "../outline/removal";
import { moveBy } from "../outline/reorder";
import { COLUMNS } from "./columns";
import { entered, goneBy, goneTo, leapt, tabbed } from "./cursor";
import { draftKey } from "./drafts";
import type { Deed } from "./grid-keys";
import { canWrite, cellAt, type Hand, put, textAt, wrongAt } from "./hand";
import { isFiltered, isSorted } from "./order";
import { forgetRefused } from "./refused";
import { emptied, filled } from "./writes";
import { commit, commitToAll, giveUp, written } from "./writing";

/** What of it only the page knows. */
export interface Page {
  /** So many rows are in sight. */
  rows: number;
  /** Opens the menu of the column one is in. */
  openMenu(): void;
  widen(by: 1 | -1): void;
}

export function carryOut(hand: Hand, deed: Deed, page: Page): void {
  if (move(hand, deed, page) || change(hand, deed)) return;
  if (deed.do === "menu") page.openMenu();
  if (deed.do === "widen") page.widen(deed.by);
  if (deed.do === "give-up") {
    if (hand.state().edit) hand.drop();
    else giveUp(hand, wrongAt(hand.shown()));
  }
  if (deed.do === "write-all") commitToAll(hand);
}

/** True where the deed only moves; what is being written is written first. */
function move(hand: Hand, deed: Deed, page: Page): boolean {
  const moves = ["step", "leap", "edge", "page", "enter", "tab", "choose"];
  if (!moves.includes(deed.do)) return false;
  commit(hand);
  const { cursor, size, lines } = hand.shown();
  const how = "extends" in deed && deed.extends ? "extend" : undefined;
  if (deed.do === "step") put(hand, goneBy(cursor, deed, size, how));
  if (deed.do === "page") put(hand, goneBy(cursor, { rows: deed.by * page.rows }, size, how));
  if (deed.do === "enter") put(hand, entered(cursor, deed.by, size));
  if (deed.do === "tab") put(hand, tabbed(cursor, deed.by, size));
  if (deed.do === "choose") put(hand, { ...cursor, span: deed.span });
  if (deed.do === "leap") {
    const isWritten = ({ row, column }: { row: number; column: number }) => {
      const [line, at] = [lines[row], COLUMNS[column]];
      return line !== undefined && at !== undefined && textAt(line, at.id) !== "";
    };
    const from = how ? cursor.head : cursor.at;
    put(hand, goneTo(cursor, leapt(from, deed, size, isWritten), size, how));
  }
  if (deed.do === "edge") put(hand, goneTo(cursor, edgeOf(hand, deed.to), size, how));
  return true;
}

function edgeOf(hand: Hand, to: "row-start" | "row-end" | "first" | "last") {
  const { cursor, size } = hand.shown();
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const { row } = cursor.at;
  if (to === "row-start") return { row, column: 0 };
  if (to === "row-end") return { row, column: last.column };
  return to === "first" ? { row: 0, column: 0 } : last;
}

/** True where the deed changes the flow, or begins to. */
function change(hand: Hand, deed: Deed): boolean {
  switch (deed.do) {
    case "edit":
      edit(hand);
      return true;
    case "clear":
      if (canWrite(hand)) hand.change({ edit: { text: "", mode: "typing" } });
      return true;
    case "empty": {
      const { range, lines } = hand.shown();
      const writes = emptied(range, lines);
      // Of a row that is not there only what was refused can be taken away.
      for (const { row, wrong } of lines.slice(range.top, range.bottom + 1)) {
        const within = COLUMNS.slice(range.left, range.right + 1).map(({ id }) => wrong?.[id]);
        if (!row) forgetRefused((one) => within.includes(one));
      }
      void written(hand, writes, t("ui-table-emptied", { n: writes.length }));
      return true;
    }
    case "fill": {
      const { range, lines } = hand.shown();
      const writes = filled(deed.way, range, lines);
      void written(hand, writes, t("ui-table-filled", { n: writes.length }));
      return true;
    }
    case "insert":
      insert(hand);
      return true;
    case "remove":
      remove(hand);
      return true;
    case "carry":
      carry(hand, deed.by);
      return true;
    default:
      return false;
  }
}

/** Writes within what stands there; once more, and the arrows are the field's or the table's again. */
export function edit(hand: Hand): void {
  const { edit: now } = hand.state();
  if (now) {
    hand.change({ edit: { ...now, mode: now.mode === "inside" ? "typing" : "inside" } });
    return;
  }
  const { line, column } = cellAt(hand.shown());
  if (!line || !canWrite(hand)) return;
  hand.change({ edit: { text: textAt(line, column.id), mode: "inside" } });
}

/** Rows stand where the flow has them only while nothing is sorted or left out. */
function isAsItIs(hand: Hand): boolean {
  const { order } = hand.state();
  if (!isSorted(order) && !isFiltered(order)) return true;
  hand.act.tell({ title: t("ui-table-order-first"), lines: [] });
  return false;
}

/** An empty row behind the one one is in. */
export function insert(hand: Hand): void {
  if (hand.app().view?.project.read_only !== false || !isAsItIs(hand)) return;
  const { line } = cellAt(hand.shown());
  if (!line?.row) return;
  const draft = { key: draftKey(), after: line.row.id, texts: {} };
  const { cursor, keys, size } = hand.shown();
  const row = cursor.at.row + 1;
  // The new row is there only while the cursor is in it.
  const names = [...keys.slice(0, row), draft.key, ...keys.slice(row)];
  const column = COLUMNS.findIndex(({ id }) => id === "name");
  hand.change({
    drafts: [...hand.state().drafts, draft],
    keys: names,
    cursor: goneTo(cursor, { row, column }, { ...size, rows: size.rows + 1 }),
  });
}

/** Takes the chosen rows out of the flow, as one undo step. */
export function remove(hand: Hand): void {
  const { view } = hand.app();
  const { lines, range } = hand.shown();
  const ids = lines
    .slice(range.top, range.bottom + 1)
    .flatMap(({ row }): RecordId[] => (row ? [row.id] : []));
  if (!view || view.project.read_only) return;
  removeFrom(
    hand.act,
    view,
    ids.filter((id) => id in view.records),
  );
}

/** The row one is in, a place up or down. */
function carry(hand: Hand, by: 1 | -1): void {
  const { view } = hand.app();
  const id = cellAt(hand.shown()).line?.row?.id;
  if (!view || view.project.read_only || id === undefined || !isAsItIs(hand)) return;
  moveBy(hand.act, view, id, by);
}
