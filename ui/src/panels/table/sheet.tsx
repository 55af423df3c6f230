/** The table itself: a grid of which only what is in sight is there, and the field that lies over the cell one is in. */
import { memo, type RefObject, useCallback, useMemo, useRef, useState } from "react";
import type { Act, App, PanelProps } from "../../app";
import type { Problem } from "../../contract";
import { useLateEdits } from "../../late";
import { t } from "../../text";
import { Bar } from "./bar";
import { FROZEN, startsOf, type TableColumn } from "./columns";
import { cursorAt, type Spot } from "./cursor";
import type { Page } from "./deeds";
import { Frame } from "./frame";
import { Grid } from "./grid";
import { cellAt, type Hand, put, wrongAt } from "./hand";
import { menuButton } from "./head";
import { ColumnMenu } from "./menu";
import { AS_IT_IS } from "./order";
import { Pen } from "./pen";
import { rowsOf } from "./rows";
import { columnsInSight, HEAD, ROW, rowsInSight, rowsOfAPage, type Window } from "./sight";
import { type Seen, useHand } from "./use-hand";
import { bitWider, useFollowing, useSight, useWidths } from "./use-sight";
import { giveUp, leave } from "./writing";
import { Note, type Wrong, wrongOf } from "./wrong";

/** The picture comes first: what an edit changed in the table follows in the next moment. */
export function TableForm({ app, act }: PanelProps) {
  const now = useRef(app);
  now.current = app;
  const { view, hello, selection } = useLateEdits(app);
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
  const width = useWidths();
  const { widths, widen } = width;
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
  const wrong = wrongOf(hand, problem);
  const all = rowsOf(view, hello?.vocabularies).length;
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
        wrong={wrong && { ...wrong, ...wayOut(hand, wrong, pen) }}
        onEnd={() => hand.change({ order: AS_IT_IS })}
      />
      <Frame hand={hand} frame={frame} pen={pen} starts={starts}>
        <Grid
          hand={hand}
          sight={sight}
          starts={starts}
          onChoose={choose}
          onMenu={menu.open}
          onWiden={widen}
        />
        {lines.length === 1 && <Nothing hasRows={all > 0} />}
        <div
          className="table-over"
          style={{ top: HEAD + cursor.at.row * ROW, width: starts.at(-1) }}
        >
          <Pen
            hand={hand}
            page={page}
            pen={pen}
            place={placeOf(cursor.at.column, starts)}
            isInSight={isInSight(cursor.at, sight, starts, lines.length)}
            isWrong={wrong !== undefined && isAt(wrong, hand)}
          />
          <Note hand={hand} starts={starts} sight={sight} />
        </div>
      </Frame>
      {menu.column && <OpenMenu hand={hand} menu={menu} column={menu.column} {...width} />}
    </div>
  );
});

/** Whether a cell is among those that are there. */
function isInSight(spot: Spot, sight: Window, starts: readonly number[], n: number): boolean {
  const { from, to } = rowsInSight(sight, n);
  const { first, last } = columnsInSight(sight, starts);
  const isThere = spot.column < FROZEN || (spot.column >= first && spot.column <= last);
  return isThere && spot.row >= from && spot.row < to;
}

/** What belongs into an empty table, or that no row has what one looks for. */
function Nothing({ hasRows }: { hasRows: boolean }) {
  return <p className="table-nothing">{t(hasRows ? "ui-table-none-fits" : "ui-table-empty")}</p>;
}

/** Which column's menu is open, and at what. */
function useMenu() {
  const [column, setColumn] = useState<TableColumn>();
  const anchor = useRef<Element | null>(null);
  const [open] = useState(() => (next: TableColumn) => {
    anchor.current = document.getElementById(menuButton(next));
    setColumn(next);
  });
  return { column, anchor, open, close: () => setColumn(undefined) };
}

interface OpenMenuProps extends ReturnType<typeof useWidths> {
  hand: Hand;
  menu: ReturnType<typeof useMenu>;
  column: TableColumn;
}

function OpenMenu({ hand, menu, column, widths, widen }: OpenMenuProps) {
  const { at } = hand.shown().cursor;
  return (
    <ColumnMenu
      column={column}
      anchor={menu.anchor}
      order={hand.state().order}
      // What comes first is seen first.
      onOrder={(order) => hand.change({ order, cursor: cursorAt(0, at.column), keys: [] })}
      onWiden={(by) => widen(column, bitWider(column, widths, by))}
      onClose={menu.close}
    />
  );
}

function placeOf(column: number, starts: readonly number[]) {
  const left = starts[column] ?? 0;
  const width = (starts[column + 1] ?? 0) - left;
  return { left, width, height: ROW, isFrozen: column < FROZEN };
}

/** Whether it is said of the cell one is in. */
function isAt({ refused }: Wrong, hand: Hand): boolean {
  const { at } = hand.shown().cursor;
  const spot = refused?.spot ?? hand.state().wrong;
  return spot !== undefined && at.row === spot.row && at.column === spot.column;
}

/** What one can do about what was refused; whoever writes in it has the keys for that. */
function wayOut(hand: Hand, { refused }: Wrong, pen: RefObject<HTMLTextAreaElement | null>) {
  if (!refused) return { word: t("ui-notice-close"), onPress: hand.act.dismissProblem };
  const { one, spot } = refused;
  if (wrongAt(hand.shown()) !== one) {
    const go = () => {
      put(hand, cursorAt(spot.row, spot.column));
      pen.current?.focus();
    };
    return { word: t("ui-table-refused-go"), onPress: go };
  }
  if (hand.state().edit) return {};
  return { word: t("ui-table-refused-drop"), onPress: () => giveUp(hand, one) };
}

function chooseColumn(
  hand: Hand,
  pen: RefObject<HTMLTextAreaElement | null>,
  place: number,
  how: "alone" | "extend",
) {
  leave(hand);
  const { cursor } = hand.shown();
  const head = { row: cursor.at.row, column: place };
  put(
    hand,
    how === "extend" ? { ...cursor, head, span: "columns" } : { at: head, head, span: "columns" },
  );
  pen.current?.focus();
}
