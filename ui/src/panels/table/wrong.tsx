/** What is said of cells whose text was refused: above the table, and below the cell one is in. */
import type { Problem } from "../../contract";
import { t } from "../../text";
import { COLUMNS, FROZEN, headOf } from "./columns";
import type { Spot } from "./cursor";
import { type Hand, wrongAt } from "./hand";
import type { Line } from "./lines";
import { isAt, type Refused, reasonOf, refusals } from "./refused";
import { ROW, type Window } from "./sight";

/** What is said above the table. */
export interface Wrong {
  place: string;
  reason: string;
  /** Where the text waits; nothing where none does. */
  refused?: { one: Refused; spot: Spot };
}

export const NOTE = "table-wrong";

/** That of the cell one is in comes first, then what was refused last. */
export function wrongOf(hand: Hand, problem: Problem | undefined): Wrong | undefined {
  const { lines } = hand.shown();
  const here = wrongAt(hand.shown());
  const isThere = (one: Refused) => lines.some(({ wrong }) => wrong?.[one.column] === one);
  const told = refusals().find((one) => problem !== undefined && one.problem === problem);
  if (!here && !told && problem?.at.cell !== undefined) {
    const { wrong } = hand.state();
    const place = wrong?.told ?? placed(lines, wrong);
    return { place, reason: `${problem.message} ${problem.hint}` };
  }
  const one = here ?? refusals().findLast(isThere);
  if (!one) return undefined;
  const spot = {
    row: lines.findIndex(({ key }) => isAt(one, key, one.column)),
    column: COLUMNS.findIndex(({ id }) => id === one.column),
  };
  return { place: placed(lines, spot), reason: reasonOf(one), refused: { one, spot } };
}

/** By the number that its row shows, else by its name: which line of the table it is nobody can see. */
function placed(lines: readonly Line[], spot: Spot | undefined): string {
  const column = spot && COLUMNS[spot.column];
  if (!column) return "";
  const { number = "", name = "" } = lines[spot.row]?.texts ?? {};
  if (number !== "") return t("ui-table-place", { number, column: headOf(column) });
  const called = name === "" ? t("ui-table-new-row") : name;
  return t("ui-table-place-name", { name: called, column: headOf(column) });
}

/** How wide the note is, in pixels. */
const WIDTH = 300;

interface NoteProps {
  hand: Hand;
  starts: readonly number[];
  sight: Window;
}

/** Below the cell, while nobody writes in it. */
export function Note({ hand, starts, sight }: NoteProps) {
  const { cursor } = hand.shown();
  const wrong = wrongAt(hand.shown());
  // Columns that stay where they are when others are scrolled would leave it behind.
  if (!wrong || hand.state().edit || cursor.at.column < FROZEN) return null;
  // All of it is in sight, also below the last column that is.
  const most = Math.max(sight.left + sight.width - WIDTH, sight.left + (starts[FROZEN] ?? 0));
  const left = Math.min(starts[cursor.at.column] ?? 0, most);
  return (
    <p id={NOTE} className="table-note" style={{ left, top: ROW, maxWidth: WIDTH }}>
      {reasonOf(wrong)}
      <span className="quiet">{t("ui-table-refused-keys")}</span>
    </p>
  );
}
