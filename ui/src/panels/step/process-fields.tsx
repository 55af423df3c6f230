/** What can be said of the process as a whole, and what is not known yet of its flow. */
import type { PanelProps } from "../../app";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { NumberAttribute, RenameField, TextAttribute, WordAttribute } from "./attribute-fields";
import { GapMeter, GapParts, useGaps } from "./gaps";
import { Guesses } from "./kind-field";
import { Parts } from "./parts";

export function ProcessFields({ app, act, id }: PanelProps & { id: RecordId }) {
  const of = { app, act, ids: [id] };
  const gaps = useGaps({ app, act }, []);
  return (
    <div className="fields">
      <GapMeter gaps={gaps} />
      <div className="group-fields">
        <h2>{t("ui-step-none")}</h2>
        {!app.view?.project.read_only && <p className="quiet">{t("ui-step-none-hint")}</p>}
        <RenameField {...of} label={t("ui-process-name")} />
        <TextAttribute {...of} attribute="purpose" label={t("ui-process-purpose")} lines={2} />
        <TextAttribute {...of} attribute="section" label={t("ui-process-section")} />
        <WordAttribute
          {...of}
          attribute="kind"
          label={t("ui-process-kind")}
          vocabulary="process_kind"
        />
        <NumberAttribute
          {...of}
          attribute="volume_per_year"
          label={t("ui-process-volume")}
          hint={t("ui-process-volume-why")}
        />
        <NumberAttribute
          {...of}
          attribute="backlog"
          label={t("ui-process-backlog")}
          hint={t("ui-process-backlog-why")}
        />
        <NumberAttribute {...of} attribute="standard_days" label={t("ui-process-standard-days")} />
        <TextAttribute {...of} attribute="outcome" label={t("ui-process-outcome")} />
        <TextAttribute
          {...of}
          attribute="life_event"
          label={t("ui-process-life-event")}
          hint={t("ui-process-life-event-why")}
        />
        <Button kind="link" onPress={() => act.openDialog("across")}>
          {t("ui-across-open")}
        </Button>
        <h3>{t("ui-gaps-parts")}</h3>
        <GapParts gaps={gaps} />
        <Guesses app={app} act={act} gaps={gaps} />
        <Parts app={app} act={act} />
      </div>
    </div>
  );
}
