/** What came of playing time: it stands with the levers it was made with, also when these are others by now. */
import type { Ref } from "react";
import type { App } from "../../app";
import type { Matters, ToldOutcome, Trial, TrialQuestion } from "../../contract";
import { t } from "../../text";
import { Badge } from "../../widgets/sign";
import { number } from "../number";
import type { Answered } from "./bench";
import { figuresOf } from "./figures";
import { Charts, Sentences } from "./sentences";
import { dayOf } from "./words";

interface TriedProps {
  app: App;
  question: TrialQuestion;
  tried: Answered<Trial>;
  /** Whether it is about the levers and the document as they are. */
  isFresh: boolean;
  /** With what it was made. */
  made: readonly string[];
  heading: Ref<HTMLHeadingElement>;
}

export function Tried({ app, question, tried, isFresh, made, heading }: TriedProps) {
  const { then, today, says, charts } = tried.answer;
  const assumptions = [...new Set([...then.assumptions, ...today.assumptions])];
  return (
    <section className="trial-tried" aria-labelledby="trial-tried">
      <div className="trial-title">
        <h3 id="trial-tried" ref={heading} tabIndex={-1}>
          {t("ui-trial-tried")}
        </h3>
        {then.illustrative && <Badge kind="example">{t("ui-numbers-illustrative-mark")}</Badge>}
        {!isFresh && <Badge kind="low">{t("ui-trial-stale")}</Badge>}
      </div>
      <p className="quiet">{t("ui-trial-made", { what: made.join(t("ui-trial-made-and")) })}</p>
      <Sentences says={says} />
      <FigureTable app={app} question={question} trial={tried.answer} />
      <Charts charts={charts} />
      {assumptions.length > 0 && (
        <div className="trial-assumed">
          <h4>{t("ui-trial-assumed")}</h4>
          <ul>
            {assumptions.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="small quiet">{played(then)}</p>
    </section>
  );
}

function played({ cases, replications }: ToldOutcome): string {
  return t("ui-trial-played", { cases: number(cases), n: number(replications) });
}

interface TableProps {
  app: App;
  question: TrialQuestion;
  trial: Trial;
}

function FigureTable({ app, question, trial }: TableProps) {
  return (
    <table className="trial-table trial-figures">
      <caption className="only-read">{t("ui-trial-tried")}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="only-read">{t("ui-numbers-figure")}</span>
          </th>
          <th scope="col">{t("ui-trial-today")}</th>
          <th scope="col">
            {t(question === "compare" ? "ui-trial-then-better" : "ui-trial-then")}
          </th>
        </tr>
      </thead>
      <tbody>
        {figuresOf(trial, dayOf(app)).map(({ label, today, tried, matters }) => (
          <tr key={label} data-matters={matters || undefined}>
            <th scope="row">{label}</th>
            <td>{today}</td>
            <td>
              <b>{tried}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface WeighedProps {
  weighed: Answered<Matters>;
  isFresh: boolean;
  made: readonly string[];
  heading: Ref<HTMLHeadingElement>;
}

/** Which inputs move the lead time most. */
export function Weighed({ weighed, isFresh, made, heading }: WeighedProps) {
  const { says, chart } = weighed.answer;
  return (
    <section className="trial-tried" aria-labelledby="trial-weighed">
      <div className="trial-title">
        <h3 id="trial-weighed" ref={heading} tabIndex={-1}>
          {t("ui-trial-weighed")}
        </h3>
        {!isFresh && <Badge kind="low">{t("ui-trial-stale")}</Badge>}
      </div>
      <p className="quiet">{t("ui-trial-made", { what: made.join(t("ui-trial-made-and")) })}</p>
      <Sentences says={says} />
      <Charts charts={[chart]} />
    </section>
  );
}
