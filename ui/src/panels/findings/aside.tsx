/** Findings that people judged as needed, with their reasons and the way back. */

import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Fold } from "../fold";
import { type Finding, placeOf } from "../told";
import { keyOf } from "./grouping";

export function Aside({ app, act, findings }: PanelProps & { findings: Finding[] }) {
  if (findings.length === 0) return null;
  const takeBack = (finding: Finding) => {
    const steps = placeOf(app, finding);
    const { detector } = finding;
    void act.ask("set_aside", { detector, steps, decision: "new", reason: "" });
  };
  return (
    <Fold title={t("ui-findings-set-aside", { n: findings.length })} level={2}>
      <ul className="plain">
        {findings.map((finding) => (
          <li key={keyOf(finding)} className="aside-row">
            <strong>{finding.name}</strong>
            <p>{finding.seen}</p>
            <p className="quiet">
              {t("ui-findings-reason")}: {finding.verdict?.reason}
            </p>
            {!app.view?.project.read_only && (
              <Button kind="link" onPress={() => takeBack(finding)}>
                {t("ui-findings-back")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
