/** One finding: what was seen, what it costs, why, what to do, and what people say to it. */
import { useState } from "react";
import { Button as Bare } from "react-aria-components";
import type { Act, App, PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Badge } from "../../widgets/sign";
import { Fold } from "../fold";
import { isCured } from "../proposal/cures";
import { pairOf } from "../proposal/pair";
import { analysisOf, type Finding, flowOf, placeOf } from "../told";
import { AmountLine } from "./amount-line";
import { Judge } from "./judge";
import { Rule } from "./rule";
import { Verdict } from "./verdict";
import { Walk } from "./walk";
import { Weighing } from "./weighing";

export function FindingRow({ app, act, finding }: PanelProps & { finding: Finding }) {
  const [isJudged, setJudged] = useState(false);
  const [hasNone, setHasNone] = useState(false);
  const [isExplained, setExplained] = useState(false);
  const { view } = app;
  if (!view) return null;
  const steps = placeOf(app, finding);
  const isChosen = steps.length > 0 && sameSteps(steps, app.selection);
  const isEditable = flowOf(view)?.variant !== "to_be" && !view.project.read_only;
  const choose = () => act.select(steps, { reveal: true });
  const cure = async () => {
    if (await isLeft(app, act, finding)) return setHasNone(true);
    act.select(steps);
    act.show({ middle: "compare" });
  };
  return (
    <li className="finding" data-chosen={isChosen || undefined}>
      <h3>
        <Bare className="finding-title" data-title="" aria-pressed={isChosen} onPress={choose}>
          <Badge kind={finding.level}>{t(`ui-level-${finding.level}`)}</Badge>
          <span>{finding.name}</span>
        </Bare>
      </h3>
      <p>{finding.seen}</p>
      <AmountLine avoidable={finding.avoidable} voices={finding.complaints.length} />
      {finding.confidence < 1 && <p className="quiet">{t("ui-findings-guess")}</p>}
      <Guards guards={finding.guards} />
      <Reasons finding={finding} />
      <Weighing finding={finding} />
      <Verdict finding={finding} />
      {hasNone && <p role="status">{t("ui-findings-no-cure")}</p>}
      {isJudged && isEditable ? (
        <Judge act={act} finding={finding} steps={steps} close={() => setJudged(false)} />
      ) : (
        <div className="actions">
          <Button kind="link" onPress={choose} isDisabled={steps.length === 0}>
            {t("ui-findings-show")}
          </Button>
          <Walk act={act} finding={finding} steps={steps} />
          {finding.rewrites.length > 0 && (
            <Button kind="link" onPress={() => void cure()}>
              {t("ui-findings-cure")}
            </Button>
          )}
          <Button kind="link" onPress={() => setExplained(true)}>
            {t("ui-findings-rule")}
          </Button>
          {isEditable && (
            <Button kind="link" onPress={() => setJudged(true)}>
              {t("ui-findings-judge")}
            </Button>
          )}
        </div>
      )}
      {isExplained && <Rule act={act} finding={finding} close={() => setExplained(false)} />}
    </li>
  );
}

function Guards({ guards }: { guards: string[] }) {
  if (guards.length === 0) return null;
  return (
    <ul className="guards" aria-label={t("ui-findings-guards")}>
      {guards.map((guard) => (
        <li key={guard}>{guard}</li>
      ))}
    </ul>
  );
}

function Reasons({ finding }: { finding: Finding }) {
  return (
    <Fold title={t("ui-findings-more")}>
      <dl className="reasons">
        <dt>{t("ui-findings-why")}</dt>
        <dd>{finding.why}</dd>
        <dt>{t("ui-findings-do")}</dt>
        <dd>{finding.what_to_do}</dd>
      </dl>
    </Fold>
  );
}

/** Whether there is a proposal, and nothing in it for this finding. */
async function isLeft(app: App, act: Act, finding: Finding): Promise<boolean> {
  const pair = app.view && pairOf(app.view);
  if (!pair?.isComposed) return false;
  if (app.view?.flow !== pair.before) return true;
  const proposal = await act.ask("proposal", { flow: pair.after });
  const place = analysisOf(app)?.findings.indexOf(finding) ?? -1;
  return proposal !== undefined && !isCured(finding, place, proposal.cards);
}

function sameSteps(steps: readonly string[], selection: readonly string[]): boolean {
  return steps.length === selection.length && steps.every((step) => selection.includes(step));
}
