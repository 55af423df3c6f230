/** The words above the columns: a press chooses the column, ▾ opens its menu, the edge makes it wider. */
import { type MouseEvent, memo } from "react";
import { t } from "../../text";
import { FROZEN, headOf, type TableColumn } from "./columns";
import type { Order } from "./order";
import { classOf, inSight, placeOf } from "./row";
import { HEAD } from "./sight";

export interface HeadProps {
  starts: readonly number[];
  /** The columns in sight behind the frozen ones, both included. */
  first: number;
  last: number;
  order: Order;
  onChoose(place: number, how: "alone" | "extend"): void;
  onMenu(column: TableColumn): void;
  onWiden(column: TableColumn, width: number): void;
}

export const Head = memo(function Head(props: HeadProps) {
  return (
    <div
      role="row"
      tabIndex={-1}
      className="table-head"
      aria-rowindex={1}
      style={{ width: props.starts.at(-1), height: HEAD }}
    >
      {inSight(props.first, props.last).map(({ column, place }) => (
        <HeadCell key={column.id} column={column} place={place} {...props} />
      ))}
    </div>
  );
});

interface HeadCellProps extends HeadProps {
  column: TableColumn;
  place: number;
}

function HeadCell(props: HeadCellProps) {
  const { column, place, starts, order, onChoose, onMenu, onWiden } = props;
  const word = headOf(column);
  const way = order.sort?.column === column.id ? order.sort.way : undefined;
  const isFiltered = (order.filters[column.id] ?? "") !== "";
  const width = (starts[place + 1] ?? 0) - (starts[place] ?? 0);
  return (
    <div
      role="columnheader"
      tabIndex={-1}
      aria-colindex={place + 1}
      aria-sort={way === undefined ? "none" : way === "up" ? "ascending" : "descending"}
      className={`${classOf(column, place)} table-column`}
      data-filtered={isFiltered || undefined}
      data-frozen={place < FROZEN || undefined}
      style={placeOf(place, starts, props.first)}
      onMouseDown={(event) => {
        event.preventDefault();
        onChoose(place, event.shiftKey ? "extend" : "alone");
      }}
    >
      <span className="table-column-word" title={word}>
        {word}
      </span>
      {way && <span aria-hidden="true">{way === "up" ? "▲" : "▼"}</span>}
      <button
        type="button"
        tabIndex={-1}
        className="table-menu"
        id={menuButton(column)}
        aria-label={t("ui-table-menu", { column: word })}
        onMouseDown={stop}
        onClick={() => onMenu(column)}
      >
        ▾
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: by keyboard, Alt+Shift with arrows makes it wider */}
      <span
        className="table-edge"
        onMouseDown={(event) => {
          stop(event);
          drag(event.clientX, (by) => onWiden(column, width + by));
        }}
      />
    </div>
  );
}

export function menuButton({ id }: TableColumn): string {
  return `table-menu-${id}`;
}

/** The keyboard stays where it is. */
function stop(event: MouseEvent) {
  event.preventDefault();
  event.stopPropagation();
}

/** Says how far the pointer went, until it is let go. */
function drag(from: number, moved: (by: number) => void) {
  const move = (event: globalThis.MouseEvent) => moved(event.clientX - from);
  const end = () => {
    window.removeEventListener("mousemove", move);
    window.removeEventListener("mouseup", end);
  };
  window.addEventListener("mousemove", move);
  window.addEventListener("mouseup", end);
}
