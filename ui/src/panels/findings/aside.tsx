/** Findings that people decided about, with what they said and the way back. */

import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Fold } from "../fold";
import { type Finding, placeOf } from "../told";
import { keyOf } from "./grouping";
import { Verdict } from "./verdict";

interface AsideProps extends PanelProps {
  /** A text with `n`: what was decided. */
  title: string;
  findings: Finding[];
}

export function Aside({ app, act, title, findings }: AsideProps) {
  if (findings.length === 0) return null;
  const takeBack = (finding: Finding) => {
    const steps = placeOf(app, finding);
    const { detector } = finding;
    void act.ask("set_aside", { detector, steps, decision: "new", reason: "" });
  };
  return (
    <Fold title={t(title, { n: findings.length })} level={2}>
      <ul className="plain">
        {findings.map((finding) => (
          <li key={keyOf(finding)} className="aside-row">
            <strong>{finding.name}</strong>
            <p>{finding.seen}</p>
            <Verdict finding={finding} />
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
