/** Several steps at once: where they stand and what they are. */
import type { PanelProps } from "../../app";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { nameOf } from "../../tools/graph";
import { Button } from "../../widgets/button";
import { edgesOf, kindOf } from "../flow-records";
import { WordAttribute } from "./attribute-fields";
import { LaneField, PhaseField } from "./place-fields";

export function SeveralFields({ app, act, ids }: PanelProps & { ids: readonly RecordId[] }) {
  const steps = ids.filter((id) => kindOf(id) === "step");
  return (
    <div className="fields">
      <div className="group-fields">
        <h2>{t("ui-step-several", { n: ids.length })}</h2>
        <p className="quiet">{t("ui-step-several-hint")}</p>
        <Between app={app} act={act} ids={ids} />
        <LaneField app={app} act={act} ids={ids} />
        <PhaseField app={app} act={act} ids={ids} />
        {steps.length > 0 && (
          <WordAttribute
            app={app}
            act={act}
            ids={steps}
            attribute="kind"
            label={t("ui-step-kind")}
            vocabulary="step_kind"
          />
        )}
      </div>
    </div>
  );
}

/** The way from one of two to the other: the arrow there is, else one drawn in the order in which they were chosen. */
function Between({ app, act, ids }: PanelProps & { ids: readonly RecordId[] }) {
  const { view } = app;
  const [from, to, third] = ids;
  if (!view || !from || !to || third) return null;
  const names = (one: RecordId, other: RecordId) => ({
    from: nameOf(view, one) || t("ui-cards-nameless"),
    to: nameOf(view, other) || t("ui-cards-nameless"),
  });
  const there = edgesOf(view).filter(
    ({ fields }) => ids.includes(fields.from) && ids.includes(fields.to),
  );
  const isDrawn = there.some(({ fields }) => fields.from === from);
  return (
    <div className="between">
      {there.map(({ id, fields }) => (
        <Button key={id} kind="link" onPress={() => act.select([id])}>
          {t("ui-step-arrow", names(fields.from, fields.to))}
        </Button>
      ))}
      {!isDrawn && (
        <Button
          onPress={() => void act.send((next) => ({ type: "connect", edge: next(), from, to }))}
        >
          {t("ui-step-connect", names(from, to))}
        </Button>
      )}
    </div>
  );
}
