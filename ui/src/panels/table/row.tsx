/** One row: only what changed in it is drawn anew. */
import { memo } from "react";
import { t } from "../../text";
import type { FlowNode } from "../flow-records";
import { COLUMNS, FROZEN, type TableColumn } from "./columns";
import type { Line } from "./lines";
import { type Refused, reasonOf } from "./refused";
import { fits, isOpen, type TableRow, type Texts } from "./rows";
import { ROW } from "./sight";

export interface RowProps {
  /** The key of its line. */
  line: string;
  /** Absent while it is no row of the flow. */
  row: TableRow | undefined;
  texts: Texts;
  wrong: Line["wrong"];
  index: number;
  starts: readonly number[];
  /** The columns in sight behind the frozen ones, both included. */
  first: number;
  last: number;
  /** The chosen columns; none where both are −1. */
  from: number;
  to: number;
  /** The column of the cell one is in. */
  at: number;
  /** What stands in an empty line. */
  hint: string | undefined;
}

export function cellId(line: string, column: TableColumn): string {
  return `cell-${line}-${column.id}`;
}

export const Row = memo(function Row(props: RowProps) {
  const { line, row, texts, wrong, index, starts, first, last, from, to, at, hint } = props;
  return (
    <div
      role="row"
      tabIndex={-1}
      className="table-row"
      aria-rowindex={index + 2}
      style={{ top: index * ROW, width: starts.at(-1) }}
      data-new={row === undefined || undefined}
      data-in={from >= 0 || undefined}
    >
      {inSight(first, last).map(({ column, place }) => (
        <div
          key={column.id}
          id={cellId(line, column)}
          {...roleOf(row, column, place, place >= from && place <= to)}
          tabIndex={-1}
          className={classOf(column, place)}
          data-at={place === at || undefined}
          data-closed={!fits(row, column) || undefined}
          {...wrongly(wrong?.[column.id])}
          style={placeOf(place, starts, first)}
        >
          <Content row={row} column={column} text={texts[column.id] ?? ""} hint={hint} />
        </div>
      ))}
    </div>
  );
});

/** That what was typed there was refused, and why. */
function wrongly(refused: Refused | undefined) {
  return refused && { "aria-invalid": true, title: reasonOf(refused) };
}

function roleOf(
  row: TableRow | undefined,
  column: TableColumn,
  place: number,
  isSelected: boolean,
) {
  return {
    role: column.id === "name" ? "rowheader" : "gridcell",
    "aria-readonly": !isOpen(row, column),
    "aria-colindex": place + 1,
    "aria-selected": isSelected,
  };
}

export function classOf({ isNumber, isShown }: TableColumn, place: number): string {
  const classes = ["table-cell"];
  if (isNumber) classes.push("table-number");
  if (isShown) classes.push("table-shown");
  if (place < FROZEN) classes.push("table-frozen");
  if (place === FROZEN - 1) classes.push("table-frozen-last");
  return classes.join(" ");
}

/** The columns that are there, with their places. */
export function inSight(first: number, last: number): { column: TableColumn; place: number }[] {
  return COLUMNS.flatMap((column, place) =>
    place < FROZEN || (place >= first && place <= last) ? [{ column, place }] : [],
  );
}

/** Frozen columns know where they stay; the first behind them leaves room for those that are not there. */
export function placeOf(place: number, starts: readonly number[], first: number) {
  const left = starts[place] ?? 0;
  const width = (starts[place + 1] ?? 0) - left;
  if (place < FROZEN) return { width, left };
  return place === first ? { width, marginInlineStart: left - (starts[FROZEN] ?? 0) } : { width };
}

interface ContentProps {
  row: TableRow | undefined;
  column: TableColumn;
  text: string;
  hint: string | undefined;
}

function Content({ row, column, text, hint }: ContentProps) {
  if (text !== "") return <span title={text.length > 12 ? text : undefined}>{text}</span>;
  if (column.id === "number" && row) return <Mark is={row.is} />;
  if (column.id !== "name") return null;
  if (row) return <span className="quiet">{t("ui-cards-nameless")}</span>;
  return hint === undefined ? null : <span className="quiet">{hint}</span>;
}

function Mark({ is }: { is: FlowNode["is"] }) {
  return is === "step" ? null : <span aria-hidden="true">{is === "gateway" ? "◇" : "○"}</span>;
}
