/** The panel of figures: a table for one flow or two, then what to enter to know more. */
import type { App, PanelProps } from "../../app";
import { t } from "../../text";
import { Empty } from "../../widgets/notice";
import { type Compared, useCompared } from "../proposal/answers";
import { nameOfToBe } from "../proposal/pair";
import { type Analysis, analysisOf, metricsOf } from "../told";
import { Assumptions } from "./assumptions";
import { Hours } from "./hours";
import { MeasureFirst } from "./measure-first";
import { type Group, groups, type Row, workAndLead } from "./rows";
import { Stages } from "./stages";
import { Unknown } from "./unknown";
import { Loads, Slipping, Year } from "./year";

export function NumbersView({ app, act }: PanelProps) {
  const compared = useCompared(app, act, true);
  const analysis = analysisOf(app);
  if (!analysis) {
    return (
      <p className="findings-state" role="status">
        {t("ui-numbers-counting")}
      </p>
    );
  }
  const isEmpty = !Object.values(app.view?.records ?? {}).some((record) => "step" in record);
  if (isEmpty) {
    return (
      <Empty title={t("ui-numbers-none")}>
        <p>{t("ui-numbers-none-do")}</p>
      </Empty>
    );
  }
  return (
    <div className="numbers">
      {analysis.illustrative && <p className="small quiet">{t("ui-numbers-illustrative")}</p>}
      <WorkAndLead analysis={analysis} />
      <Tables app={app} analysis={analysis} compared={compared} />
      <MeasureFirst app={app} act={act} analysis={analysis} />
      <Hours hours={analysis.hours} />
      <Stages metrics={analysis.metrics} />
      <Year year={analysis.year} />
      <Loads loads={analysis.year.loads} />
      <Slipping slipping={analysis.year.slipping} />
      <Unknown app={app} act={act} unknown={analysis.unknown_inputs} />
      <Assumptions app={app} act={act} />
    </div>
  );
}

/** Work against waiting, in one sentence. */
function WorkAndLead({ analysis }: { analysis: Analysis }) {
  const told = workAndLead(analysis.metrics);
  return told && <p className="numbers-told">{t("ui-numbers-work-and-lead", told)}</p>;
}

interface TablesProps {
  app: App;
  analysis: Analysis;
  compared: Compared | undefined;
}

function Tables({ app, analysis, compared }: TablesProps) {
  const toBe = app.view && compared && nameOfToBe(app.view, compared);
  const both = compared && metricsOf(compared.comparison);
  const all = both
    ? groups(both.before, { is: both.after })
    : groups(analysis.metrics, { ranges: analysis.ranges });
  return (
    <>
      {all.map((group) => (
        <Figures group={group} toBe={toBe} key={group.text} />
      ))}
      {both && <p className="small quiet">{t("ui-numbers-heads")}</p>}
    </>
  );
}

function Figures({ group, toBe }: { group: Group; toBe: string | undefined }) {
  return (
    <table data-pair={toBe !== undefined || undefined}>
      <caption>{t(group.text)}</caption>
      {toBe && (
        <thead>
          <tr>
            <th scope="col">
              <span className="only-read">{t("ui-numbers-figure")}</span>
            </th>
            <th scope="col">{t("ui-numbers-as-is")}</th>
            <th scope="col">{toBe}</th>
          </tr>
        </thead>
      )}
      <tbody>
        {group.rows.map((row) => (
          <FigureRow row={row} isPair={toBe !== undefined} key={row.text} />
        ))}
      </tbody>
    </table>
  );
}

function FigureRow({ row, isPair }: { row: Row; isPair: boolean }) {
  return (
    <tr data-matters={row.matters || undefined}>
      <th scope="row">
        {t(row.text)}
        {isPair && <span className="unit"> {t(`${row.text}-unit`)}</span>}
      </th>
      <td>
        <Value value={row.was} />
        {!isPair && row.was !== undefined && <span className="unit"> {t(`${row.text}-unit`)}</span>}
        {row.range && <Bounds range={row.range} unit={`${row.text}-unit`} />}
      </td>
      {isPair && (
        <td>
          <Value value={row.is} />
        </td>
      )}
    </tr>
  );
}

function Value({ value }: { value: string | undefined }) {
  return value === undefined ? (
    <span className="quiet">{t("ui-numbers-unknown")}</span>
  ) : (
    <b>{value}</b>
  );
}

/** Between which bounds a figure lies. */
function Bounds({
  range: { low, high },
  unit,
}: {
  range: NonNullable<Row["range"]>;
  unit: string;
}) {
  const told =
    high === undefined
      ? t("ui-numbers-at-least", { low, unit: t(unit) })
      : t("ui-numbers-range", { low, high });
  return <div className="numbers-range">{told}</div>;
}
