/** The list of findings with its states: being worked out, nothing found, of an earlier picture. */
import { useState } from "react";
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { type Analysis, analysisOf, type Level } from "../told";
import { Aside } from "./aside";
import { Filter } from "./filter";
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
  const [level, setLevel] = useState<Level | "all">("all");
  const { open, aside, counts } = grouped(analysis.findings);
  const shown = level === "all" ? open : open.filter((finding) => finding.level === level);
  return (
    <>
      {open.length === 0 ? (
        <NoFindings app={app} act={act} />
      ) : (
        <>
          <Total analysis={analysis} />
          <Filter level={level} counts={counts} total={open.length} choose={setLevel} />
        </>
      )}
      {open.length > 0 && shown.length === 0 && (
        <p className="findings-state">{t("ui-findings-none-level")}</p>
      )}
      <FindingList app={app} act={act} findings={shown} />
      <Aside app={app} act={act} findings={aside} />
      <KeptSteps app={app} act={act} kept={analysis.protected} />
    </>
  );
}
