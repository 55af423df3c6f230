/** Several steps at once: where they stand and what they are. */
import type { PanelProps } from "../../app";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { kindOf } from "../flow-records";
import { WordAttribute } from "./attribute-fields";
import { LaneField, PhaseField } from "./place-fields";

export function SeveralFields({ app, act, ids }: PanelProps & { ids: readonly RecordId[] }) {
  const steps = ids.filter((id) => kindOf(id) === "step");
  return (
    <div className="fields">
      <div className="group-fields">
        <h2>{t("ui-step-several", { n: ids.length })}</h2>
        <p className="quiet">{t("ui-step-several-hint")}</p>
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
