/** The rows that were read, and on top of each column what it is about. */
import type { ColumnWord, HeadRow, ListPreview } from "../../contract";
import { t } from "../../text";
import { Choice, type Option, Switch } from "../../widgets/choice";

/** Every word of the vocabulary of columns. */
type Words = readonly { value: string; word: string }[];

/** What most lists say. */
const USUAL: readonly string[] = [
  "name",
  "lane",
  "media",
  "minutes",
  "next",
  "number",
  "phase",
  "note",
];
/** More rows are only counted: nobody reads them here. */
const SHOWN = 200;
const UNUSED = "unused";

interface RowsProps {
  words: Words;
  preview: ListPreview;
  headBy(head: HeadRow): void;
  assign(at: number, column: ColumnWord | null): void;
}

export function Rows({ words, preview, headBy, assign }: RowsProps) {
  const { head, columns, units, rows, is_table, losses } = preview;
  const options = optionsOf(words);
  const lost = new Set(losses.map(({ row, column }) => `${row}:${column}`));
  return (
    <section className="listing-rows" aria-label={t("ui-list-rows")}>
      <div className="listing-line">
        <h3>{t("ui-list-rows")}</h3>
        {is_table && <Head isHead={head.length > 0} headBy={headBy} />}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved with the arrow keys */}
      <div className="listing-scroll" role="group" aria-label={t("ui-list-rows")} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <td />
              {columns.map((column, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is where it stands
                <th key={at} scope="col">
                  <Choice
                    label={t("ui-list-column", { n: at + 1 })}
                    isLabelHidden
                    value={column ?? UNUSED}
                    options={inUnits(options, units[at])}
                    onChange={(next) => assign(at, next === UNUSED ? null : (next as ColumnWord))}
                  />
                  {head[at] && <span className="listing-head">{head[at]}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is where it stands
              <Row key={place} cells={row} place={place} columns={columns} lost={lost} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > SHOWN && (
        <p className="quiet">{t("ui-list-more", { n: rows.length - SHOWN })}</p>
      )}
    </section>
  );
}

interface RowProps {
  cells: readonly string[];
  place: number;
  columns: readonly (string | null)[];
  /** The cells that are not used as they stand. */
  lost: ReadonlySet<string>;
}

function Row({ cells, place, columns, lost }: RowProps) {
  return (
    <tr>
      <th scope="row" className="listing-number">
        {place + 1}
      </th>
      {cells.map((cell, at) => {
        const isLost = lost.has(`${place}:${at}`);
        return (
          <td
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is where it stands
            key={at}
            data-column={columns[at] ?? undefined}
            data-lost={isLost || undefined}
            data-unused={!columns[at] || undefined}
          >
            {isLost && (
              <span className="listing-mark" role="img" aria-label={t("ui-list-lost")}>
                !
              </span>
            )}
            {cell}
          </td>
        );
      })}
    </tr>
  );
}

/** Nobody has to guess what a bare number below becomes: 「作業時間（分）」. */
export function inUnits(
  options: readonly Option[],
  units: ListPreview["units"][number] | undefined,
): readonly Option[] {
  return options.map((option) => {
    const { value, word } = option;
    const unit = value === "minutes" || value === "wait" ? units?.[value] : undefined;
    return unit === undefined
      ? option
      : { ...option, word: t("ui-list-column-unit", { word, unit }) };
  });
}

function Head({ isHead, headBy }: { isHead: boolean; headBy(head: HeadRow): void }) {
  return (
    <span className="listing-line">
      <span className="quiet small" aria-hidden="true">
        {t("ui-list-head")}
      </span>
      <Switch<HeadRow>
        label={t("ui-list-head")}
        value={isHead ? "first" : "never"}
        options={[
          { value: "first", word: t("ui-list-head-first") },
          { value: "never", word: t("ui-list-head-never") },
        ]}
        onChange={headBy}
      />
    </span>
  );
}

/** Left aside, then what most lists say, then everything else under a heading of its own. */
function optionsOf(words: Words): Option[] {
  const usual = USUAL.flatMap((value) => words.find((word) => word.value === value) ?? []);
  const rest = words.filter(({ value }) => !USUAL.includes(value));
  const section = t("ui-list-more-columns");
  return [
    { value: UNUSED, word: t("ui-list-unused"), isNothing: true },
    ...usual,
    ...rest.map((word) => ({ ...word, section })),
  ];
}
