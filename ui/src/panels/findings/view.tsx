/** The list of findings with its states: being worked out, nothing found, of an earlier picture. */
import { useState } from "react";
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { type Analysis, analysisOf } from "../told";
import { Aside } from "./aside";
import { ALL, Filter, isAmong } from "./filter";
import { grouped } from "./grouping";
import { KeptSteps } from "./kept-steps";
import { FindingList } from "./list";
import { NoFindings } from "./none";
import { Total } from "./total";

export function FindingsView({ app, act }: PanelProps) {
  const analysis = analysisOf(app);
  if (!analysis) {
    return (
      <p className="findings-state" role="status">
        {t(app.problem ? "ui-findings-failed" : "ui-findings-analysing")}
      </p>
    );
  }
  const isStale = app.analysis?.revision !== app.view?.revision;
  return (
    <div className="findings" aria-busy={isStale}>
      {isStale && (
        <p className="findings-state" role="status">
          {t("ui-findings-stale")}
        </p>
      )}
      <Findings app={app} act={act} analysis={analysis} />
    </div>
  );
}

function Findings({ app, act, analysis }: PanelProps & { analysis: Analysis }) {
  const [narrow, setNarrow] = useState(ALL);
  const { open, questions, aside, counts } = grouped(analysis.findings);
  const shown = open.filter((finding) => isAmong(narrow, finding));
  return (
    <>
      {open.length === 0 ? (
        <NoFindings app={app} act={act} />
      ) : (
        <>
          <Total analysis={analysis} />
          <Filter narrow={narrow} open={open} counts={counts} choose={setNarrow} />
        </>
      )}
      {open.length > 0 && shown.length === 0 && (
        <p className="findings-state">{t("ui-findings-none-level")}</p>
      )}
      <FindingList key={`${narrow.level} ${narrow.theme}`} app={app} act={act} findings={shown} />
      <Aside app={app} act={act} title="ui-findings-questions" findings={questions} />
      <Aside app={app} act={act} title="ui-findings-set-aside" findings={aside} />
      <KeptSteps app={app} act={act} kept={analysis.protected} />
    </>
  );
}
