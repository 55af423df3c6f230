/** Copy, cut and paste by the clipboard of the system: through its own events, which work without asking anybody. */
import { t } from "../../text";
import { readClipboard, toHtml, toTsv } from "./clipboard";
import { COLUMNS } from "./columns";
import { cursorAt } from "./cursor";
import type { Hand } from "./hand";
import { copied, emptied, pasted } from "./writes";
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
  const matrix = readClipboard(data.getData("text/html"), data.getData("text/plain"));
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
