/** What several processes show together: each event in a life, then the whole project. */
import type { Act, PanelProps } from "../../app";
import type { ToldGroup } from "../../generated/ToldGroup";
import { t } from "../../text";
import { Sheet } from "../../widgets/sheet";
import { AmountLine } from "../findings/amount-line";
import { keyOf } from "../findings/grouping";
import { ProblemNotice } from "../problems/outcome";
import type { Finding } from "../told";
import { useAnswer } from "../use-answer";
import { AddProcess } from "./add-process";
import { Way } from "./way";

export function AcrossView({ app, act }: PanelProps) {
  const groups = useAnswer(act, "across", {}, app.view?.revision)?.groups;
  return (
    <Sheet title={t("ui-across")} close={t("ui-across-close")} onClose={act.closeDialog} isWide>
      <div className="across">
        <ProblemNotice app={app} act={act} />
        <p className="quiet">{t("ui-across-why")}</p>
        {groups === undefined && <p role="status">{t("ui-findings-analysing")}</p>}
        {groups?.length === 0 && <p>{t("ui-across-one")}</p>}
        {groups?.map((group) => (
          <Group key={group.event ?? ""} act={act} group={group} />
        ))}
        {!app.view?.project.read_only && <AddProcess act={act} />}
      </div>
    </Sheet>
  );
}

function Group({ act, group }: { act: Act; group: ToldGroup }) {
  const { event, legs, findings, avoidable } = group;
  return (
    <section>
      <h3>{event === undefined ? t("ui-across-project") : t("ui-across-event", { event })}</h3>
      {event !== undefined && <Way act={act} legs={legs} />}
      {findings.length === 0 ? (
        <p className="quiet">{t("ui-across-nothing")}</p>
      ) : (
        <>
          <AmountLine avoidable={avoidable} voices={0} />
          <ul className="plain">
            {findings.map((finding) => (
              <Row key={keyOf(finding)} finding={finding} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Row({ finding }: { finding: Finding }) {
  return (
    <li className="across-row">
      <strong>{finding.name}</strong>
      <p>{finding.seen}</p>
      {finding.guards.map((guard) => (
        <p key={guard} className="quiet">
          {guard}
        </p>
      ))}
      <p className="quiet">{finding.what_to_do}</p>
    </li>
  );
}
