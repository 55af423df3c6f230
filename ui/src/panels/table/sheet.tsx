/** The table itself: a grid of which only what is in sight is there, and the field that lies over the cell one is in. */
import {
  type MouseEvent,
  memo,
  type RefObject,
  useCallback,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Act, App, PanelProps } from "../../app";
import type { Problem } from "../../contract";
import { useLate } from "../../late";
import { t } from "../../text";
import { Bar } from "./bar";
import { COLUMNS, FROZEN, headOf, startsOf, type TableColumn } from "./columns";
import { cursorAt, goneTo } from "./cursor";
import { edit, type Page } from "./deeds";
import { cellAt, type Hand, put } from "./hand";
import { Head, menuButton } from "./head";
import { ColumnMenu } from "./menu";
import { AS_IT_IS } from "./order";
import { GRID, Pen } from "./pen";
import { Row } from "./row";
import { rowsOf } from "./rows";
import { columnsInSight, HEAD, ROW, rowsInSight, rowsOfAPage, spotAt } from "./sight";
import { type Seen, useHand } from "./use-hand";
import { bitWider, useFollowing, useSight, useWidths } from "./use-sight";
import { commit } from "./writing";

/** The picture comes first: what an edit changed in the table follows in the next moment. */
export function TableForm({ app, act }: PanelProps) {
  const now = useRef(app);
  now.current = app;
  const late = useLate(app);
  // What is only chosen is never late.
  const { view, hello, selection } = late.view?.records === app.view?.records ? app : late;
  if (!view) return null;
  const { problem } = app;
  return <Sheet view={view} hello={hello} selection={selection} {...{ problem, now, act }} />;
}

interface SheetProps extends Seen {
  problem: Problem | undefined;
  now: RefObject<App>;
  act: Act;
}

const Sheet = memo(function Sheet({ view, hello, selection, problem, now, act }: SheetProps) {
  const hand = useHand({ view, hello, selection }, now, act);
  const frame = useRef<HTMLDivElement>(null);
  const pen = useRef<HTMLTextAreaElement>(null);
  const [widths, widen] = useWidths();
  const starts = useMemo(() => startsOf(widths), [widths]);
  const menu = useMenu();
  const sight = useSight(frame);
  const { cursor, lines } = hand.shown();
  const { column } = cellAt(hand.shown());
  useFollowing(frame, cursor, starts);
  const page: Page = {
    rows: rowsOfAPage(sight),
    openMenu: () => menu.open(column),
    widen: (by) => widen(column, bitWider(column, widths, by)),
  };
  const { order } = hand.state();
  const all = rowsOf(view, hello?.vocabularies).length;
  const { from, to } = rowsInSight(sight, lines.length);
  const columns = columnsInSight(sight, starts);
  const { row } = cursor.at;
  const choose = useCallback(
    (place: number, how: "alone" | "extend") => chooseColumn(hand, pen, place, how),
    [hand],
  );
  return (
    <div className="table" data-scope="table">
      <Bar
        order={order}
        shown={lines.filter((line) => line.row).length}
        all={all}
        wrong={wrongOf(hand, problem)}
        onEnd={() => hand.change({ order: AS_IT_IS })}
        onDismiss={act.dismissProblem}
      />
      <Frame hand={hand} frame={frame} pen={pen} starts={starts}>
        <div
          id={GRID}
          role="grid"
          className="table-grid"
          aria-label={t("ui-table")}
          aria-multiselectable
          aria-readonly={view.project.read_only}
          aria-rowcount={lines.length + 1}
          aria-colcount={COLUMNS.length}
          style={{ width: starts.at(-1), height: HEAD + lines.length * ROW }}
        >
          <Head
            {...columns}
            starts={starts}
            order={order}
            onChoose={choose}
            onMenu={menu.open}
            onWiden={widen}
          />
          <Rows hand={hand} from={from} to={to} starts={starts} {...columns} />
        </div>
        {lines.length === 1 && <Nothing hasRows={all > 0} />}
        <div className="table-over" style={{ top: HEAD + row * ROW, width: starts.at(-1) }}>
          <Pen
            hand={hand}
            page={page}
            pen={pen}
            place={placeOf(cursor.at.column, starts)}
            isInSight={row >= from && row < to}
            isWrong={wrongOf(hand, problem) !== undefined}
          />
        </div>
      </Frame>
      {menu.column && (
        <ColumnMenu
          column={menu.column}
          anchor={menu.anchor}
          order={order}
          // What comes first is seen first.
          onOrder={(next) =>
            hand.change({ order: next, cursor: cursorAt(0, cursor.at.column), keys: [] })
          }
          onWiden={(by) => menu.column && widen(menu.column, bitWider(menu.column, widths, by))}
          onClose={menu.close}
        />
      )}
    </div>
  );
});

/** What belongs into an empty table, or that no row has what one looks for. */
function Nothing({ hasRows }: { hasRows: boolean }) {
  return <p className="table-nothing">{t(hasRows ? "ui-table-none-fits" : "ui-table-empty")}</p>;
}

/** Which column's menu is open, and at what. */
function useMenu() {
  const [column, setColumn] = useState<TableColumn>();
  const anchor = useRef<Element | null>(null);
  const open = useCallback((next: TableColumn) => {
    anchor.current = document.getElementById(menuButton(next));
    setColumn(next);
  }, []);
  return { column, anchor, open, close: () => setColumn(undefined) };
}

function placeOf(column: number, starts: readonly number[]) {
  const left = starts[column] ?? 0;
  const width = (starts[column + 1] ?? 0) - left;
  return { left, width, height: ROW, isFrozen: column < FROZEN };
}

/** A problem of a cell is said with the place of the cell. */
function wrongOf(hand: Hand, problem: Problem | undefined) {
  if (problem?.at.cell === undefined) return undefined;
  const { cursor } = hand.shown();
  const { column } = cellAt(hand.shown());
  const place = t("ui-table-place", { row: cursor.at.row + 1, column: headOf(column) });
  return { problem, place };
}

function chooseColumn(
  hand: Hand,
  pen: RefObject<HTMLTextAreaElement | null>,
  place: number,
  how: "alone" | "extend",
) {
  commit(hand);
  const { cursor } = hand.shown();
  const head = { row: cursor.at.row, column: place };
  put(
    hand,
    how === "extend" ? { ...cursor, head, span: "columns" } : { at: head, head, span: "columns" },
  );
  pen.current?.focus();
}

interface RowsProps {
  hand: Hand;
  from: number;
  to: number;
  starts: readonly number[];
  first: number;
  last: number;
}

function Rows({ hand, from, to, ...place }: RowsProps) {
  const { lines, range, cursor } = hand.shown();
  return (
    <div role="rowgroup" className="table-rows" style={{ height: lines.length * ROW }}>
      {lines.slice(from, to).map((line, n) => {
        const index = from + n;
        const isIn = index >= range.top && index <= range.bottom;
        return (
          <Row
            key={line.key}
            line={line.key}
            row={line.row}
            texts={line.texts}
            index={index}
            {...place}
            from={isIn ? range.left : -1}
            to={isIn ? range.right : -1}
            at={index === cursor.at.row ? cursor.at.column : -1}
            hint={line.row || line.draft ? undefined : t("ui-table-next")}
          />
        );
      })}
    </div>
  );
}

interface FrameProps {
  hand: Hand;
  frame: RefObject<HTMLDivElement | null>;
  pen: RefObject<HTMLTextAreaElement | null>;
  starts: readonly number[];
  children: React.ReactNode;
}

/** Where the pointer works: a press goes to a cell, a drag chooses several, two presses write in it. */
function Frame({ hand, frame, pen, starts, children }: FrameProps) {
  const spot = (event: { clientX: number; clientY: number }) => {
    const here = frame.current;
    if (!here) return undefined;
    const { left, top } = here.getBoundingClientRect();
    const sight = {
      left: here.scrollLeft,
      top: here.scrollTop,
      width: here.clientWidth,
      height: here.clientHeight,
    };
    const at = { x: event.clientX - left, y: event.clientY - top };
    return spotAt(at.x, at.y, starts, sight, hand.shown().size.rows);
  };
  const pressed = (event: MouseEvent) => {
    const to = isOnRow(event) && event.button === 0 ? spot(event) : undefined;
    if (!to) return;
    event.preventDefault();
    commit(hand);
    const { cursor, size } = hand.shown();
    const isNumber = COLUMNS[to.column]?.id === "number";
    const next = goneTo(cursor, to, size, event.shiftKey ? "extend" : undefined);
    put(hand, isNumber ? { ...next, span: "rows" } : next);
    pen.current?.focus();
    drag((moved) => {
      const end = spot(moved);
      const { cursor: now } = hand.shown();
      if (end) put(hand, goneTo(now, end, hand.shown().size, "extend"));
    });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard is in the field above the cell
    <div
      ref={frame}
      className="table-frame"
      onMouseDown={pressed}
      onDoubleClick={(event) => isOnRow(event) && !hand.state().edit && edit(hand)}
    >
      {children}
    </div>
  );
}

function isOnRow({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest(".table-rows") !== null;
}

function drag(moved: (event: globalThis.MouseEvent) => void) {
  let last = "";
  const move = (event: globalThis.MouseEvent) => {
    const here = `${event.clientX} ${event.clientY}`;
    if (here !== last) moved(event);
    last = here;
  };
  const end = () => {
    window.removeEventListener("mousemove", move);
    window.removeEventListener("mouseup", end);
  };
  window.addEventListener("mousemove", move);
  window.addEventListener("mouseup", end);
}
