/** The grid: the words above the columns, and of the rows those in sight. */
import { t } from "../../text";
import { COLUMNS } from "./columns";
import type { Hand } from "./hand";
import { Head, type HeadProps } from "./head";
import { GRID } from "./pen";
import { Row } from "./row";
import { columnsInSight, HEAD, ROW, rowsInSight, type Window } from "./sight";

interface GridProps extends Pick<HeadProps, "starts" | "onChoose" | "onMenu" | "onWiden"> {
  hand: Hand;
  sight: Window;
}

export function Grid({ hand, sight, starts, ...head }: GridProps) {
  const { lines } = hand.shown();
  const columns = columnsInSight(sight, starts);
  return (
    <div
      id={GRID}
      role="grid"
      className="table-grid"
      aria-label={t("ui-table")}
      aria-multiselectable
      aria-readonly={hand.app().view?.project.read_only}
      aria-rowcount={lines.length + 1}
      aria-colcount={COLUMNS.length}
      style={{ width: starts.at(-1), height: HEAD + lines.length * ROW }}
    >
      <Head {...columns} {...head} starts={starts} order={hand.state().order} />
      <Rows hand={hand} {...rowsInSight(sight, lines.length)} starts={starts} {...columns} />
    </div>
  );
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
            wrong={line.wrong}
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
