/** Nothing was found: said only where there was enough to look at, else what is to be entered first. */
import type { PanelProps } from "../../app";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { nameOf } from "../../tools/graph";
import { Button } from "../../widgets/button";
import { Empty } from "../../widgets/notice";
import { nodesOf } from "../flow-records";
import { useGaps } from "../step/gaps";

/** Without these nothing is found, whatever else is known. */
const LOOKED_AT: ReadonlySet<string | undefined> = new Set([
  "kind",
  "medium_in",
  "medium_out",
  "writes",
  "reads",
  "check",
  "contact",
  "system",
]);

export function NoFindings({ app, act }: PanelProps) {
  const steps = app.view ? nodesOf(app.view).filter(({ id }) => id.startsWith("step/")) : [];
  if (steps.length > 0) return <OfSteps app={app} act={act} />;
  return (
    <Empty title={t("ui-findings-no-steps")}>
      <p>{t("ui-findings-no-steps-do")}</p>
    </Empty>
  );
}

function OfSteps({ app, act }: PanelProps) {
  const gaps = useGaps({ app, act }, []);
  if (!gaps) return <p className="findings-state">{t("ui-findings-analysing")}</p>;
  const first = gaps.parts.find(({ id, attribute }) => id && LOOKED_AT.has(attribute));
  if (!first?.id || !app.view) {
    return (
      <Empty title={t("ui-findings-none")}>
        <p>{t("ui-findings-none-means")}</p>
      </Empty>
    );
  }
  const { id, label, known, of } = first;
  const go = (step: RecordId) => {
    act.select([step], { reveal: true });
    act.show({ panel: "step" });
  };
  const name = nameOf(app.view, id) || t("ui-cards-nameless");
  return (
    <Empty title={t("ui-findings-unknown")}>
      <p>{t("ui-findings-unknown-do", { part: label, known, of })}</p>
      <Button kind="link" onPress={() => go(id)}>
        {t("ui-findings-unknown-first", { name, part: label })}
      </Button>
    </Empty>
  );
}
