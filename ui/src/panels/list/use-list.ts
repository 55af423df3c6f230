/** What was pasted, and what the person says about it. */
import { useMemo, useState } from "react";
import type { App, Pasted } from "../../app";
import type { ColumnWord, HeadRow, ListPreview, PastedList } from "../../contract";
import { isNode } from "../../tools/graph";

export function useList(app: App) {
  const [pasted, setPasted] = useState<Pasted>(app.list ?? { text: "", html: "" });
  const [head, setHead] = useState<HeadRow>("guessed");
  const [columns, setColumns] = useState<(ColumnWord | null)[]>();
  const [lane, setLane] = useState("");
  const at = app.selection.findLast((id) => isNode(id) || id.startsWith("edge/"));
  const list: PastedList = useMemo(
    () => ({
      plain: pasted.text,
      html: pasted.html,
      head,
      ...(columns ? { columns } : {}),
      ...(lane === "" ? {} : { lane }),
      ...(at === undefined ? {} : { at }),
    }),
    [pasted, head, columns, lane, at],
  );
  return {
    pasted,
    list,
    paste(next: Pasted) {
      setPasted(next);
      setHead("guessed");
      setColumns(undefined);
    },
    headBy(next: HeadRow) {
      setHead(next);
      setColumns(undefined);
    },
    /** Who does every step; nothing where it is guessed. */
    handTo: (name: string) => setLane(name.trim()),
    assign: (preview: ListPreview, at: number, column: ColumnWord | null) =>
      setColumns(assigned(preview.columns, at, column)),
  };
}

/** The columns after the one at `at` says `column`: no two say the same. */
export function assigned(
  columns: readonly (ColumnWord | null)[],
  at: number,
  column: ColumnWord | null,
): (ColumnWord | null)[] {
  return columns.map((had, place) => (place === at ? column : had === column ? null : had));
}
