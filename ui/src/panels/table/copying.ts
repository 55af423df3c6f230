/** Copy, cut and paste by the clipboard of the system: through its own events, which work without asking anybody. */
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { type Matrix, readClipboard, toHtml, toTsv } from "./clipboard";
import { COLUMNS } from "./columns";
import { cursorAt } from "./cursor";
import { cellAt, type Hand } from "./hand";
import { copied, emptied, isOwn, pasted } from "./writes";
import { written } from "./writing";

export function copy(hand: Hand, event: ClipboardEvent): void {
  const { lines, range, cursor } = hand.shown();
  const isWhole = range.left === 0 && range.right === COLUMNS.length - 1;
  const matrix = copied(range, lines, isWhole && cursor.span !== "cells" ? "with head" : "bare");
  if (matrix.length === 0 || !event.clipboardData) return;
  event.clipboardData.setData("text/plain", toTsv(matrix));
  event.clipboardData.setData("text/html", toHtml(matrix));
  event.preventDefault();
}

export function cut(hand: Hand, event: ClipboardEvent): void {
  copy(hand, event);
  const { lines, range } = hand.shown();
  const writes = emptied(range, lines);
  void written(hand, writes, t("ui-table-emptied", { n: writes.length }));
}

export function paste(hand: Hand, event: ClipboardEvent): void {
  const data = event.clipboardData;
  event.preventDefault();
  if (!data) return;
  const given = { text: data.getData("text/plain"), html: data.getData("text/html") };
  const matrix = readClipboard(given.html, given.text);
  const { line } = cellAt(hand.shown());
  const isBegun = line?.row !== undefined || Object.keys(line?.texts ?? {}).length > 0;
  if (isBegun || matrix.length < 2 || isOwn(matrix)) put(hand, matrix);
  else void listed(hand, given, line?.draft?.after).then((is) => is || put(hand, matrix));
}

/** A list with words of its own above the columns is looked at before anything is made of it, as it is in the cards. */
async function listed(hand: Hand, given: Given, after: RecordId | undefined): Promise<boolean> {
  if (hand.app().view?.project.read_only !== false) return false;
  const list = { plain: given.text, html: given.html, head: "guessed" as const };
  const preview = await hand.act.ask("preview_list", { list });
  if (!preview?.is_table || preview.head.length === 0) return false;
  // It goes where the empty line is: that is behind no row that happens to be chosen elsewhere.
  hand.act.select(after === undefined ? [] : [after]);
  await hand.act.paste(given);
  return true;
}

interface Given {
  text: string;
  html: string;
}

function put(hand: Hand, matrix: Matrix): void {
  const { lines, range, keys } = hand.shown();
  const { writes, range: whole, isPartly } = pasted(matrix, range, lines);
  if (writes.length > 0) {
    hand.change({
      cursor: {
        ...cursorAt(whole.top, whole.left),
        head: { row: whole.bottom, column: whole.right },
      },
      keys,
    });
  }
  void written(hand, writes, t("ui-table-pasted", { n: writes.length })).then(() => {
    if (isPartly && !hand.app().problem) {
      hand.act.tell({ title: t("ui-table-pasted-partly"), lines: [] });
    }
  });
}
