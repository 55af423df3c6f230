/** Everything about one step; what is used most stands first. */
import type { PanelProps } from "../../app";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { stepAt } from "../flow-records";
import { AfterFields } from "./after-fields";
import {
  NumberAttribute,
  RenameField,
  TextAttribute,
  TickAttribute,
  WordAttribute,
} from "./attribute-fields";
import { CheckFields } from "./check-fields";
import { Group } from "./group";
import { ItemList } from "./item-list";
import { LaneField, PhaseField } from "./place-fields";
import { SealFields } from "./seal-fields";
import { WaitField } from "./wait-field";

/** Kinds of which something is to be said about what is checked. */
const CHECKS = ["check", "reconcile", "recalculate", "examine", "inspect"];

export function StepFields({ app, act, id }: PanelProps & { id: RecordId }) {
  const step = app.view && stepAt(app.view, id);
  if (!step) return null;
  const of = { app, act, ids: [id] };
  const isCheck = step.check !== undefined || CHECKS.includes(String(step.kind));
  return (
    <div className="fields">
      <h2 className="only-read">{step.name}</h2>
      <div className="group-fields">
        <RenameField {...of} label={t("ui-step-name")} />
        <div className="pair">
          <LaneField {...of} />
          <PhaseField {...of} />
        </div>
        <WordAttribute {...of} attribute="kind" label={t("ui-step-kind")} vocabulary="step_kind" />
        <div className="pair">
          <NumberAttribute {...of} attribute="minutes" label={t("ui-step-minutes")} />
          <NumberAttribute {...of} attribute="people" label={t("ui-step-people")} />
        </div>
        <div className="pair">
          <WordAttribute
            {...of}
            attribute="medium_in"
            label={t("ui-step-medium-in")}
            vocabulary="medium"
          />
          <WordAttribute
            {...of}
            attribute="medium_out"
            label={t("ui-step-medium-out")}
            vocabulary="medium"
          />
        </div>
        <WaitField {...of} />
        <WordAttribute
          {...of}
          attribute="wait_cause"
          label={t("ui-step-wait-cause")}
          vocabulary="wait_cause"
        />
      </div>
      <AfterFields app={app} act={act} id={id} />
      {isCheck && (
        <Group title={t("ui-step-group-check")} isOpen>
          <CheckFields {...of} />
        </Group>
      )}
      <MoreGroups {...of} id={id} />
    </div>
  );
}

function MoreGroups({ id, ...of }: PanelProps & { ids: RecordId[]; id: RecordId }) {
  return (
    <>
      <Group title={t("ui-step-group-basis")} isOpen>
        <div className="pair">
          <WordAttribute {...of} attribute="basis" label={t("ui-step-basis")} vocabulary="basis" />
          <WordAttribute
            {...of}
            attribute="changeable_by"
            label={t("ui-step-changeable-by")}
            vocabulary="authority"
          />
        </div>
        <TextAttribute {...of} attribute="article" label={t("ui-step-article")} />
        <TickAttribute {...of} attribute="is_obligatory" label={t("ui-step-obligatory")} />
      </Group>
      <Group title={t("ui-step-group-media")}>
        <TextAttribute {...of} attribute="system" label={t("ui-step-system")} />
      </Group>
      <Group title={t("ui-step-group-items")}>
        <ItemList {...of} id={id} attribute="reads" label={t("ui-step-reads")} />
        <ItemList {...of} id={id} attribute="writes" label={t("ui-step-writes")} />
        <p className="field-hint">{t("ui-step-item-more")}</p>
      </Group>
      <Group title={t("ui-step-group-paper")}>
        <NumberAttribute {...of} attribute="sheets" label={t("ui-step-sheets")} />
        <SealFields {...of} />
      </Group>
      <Group title={t("ui-step-group-note")}>
        <TextAttribute {...of} attribute="note" label={t("ui-step-note")} lines={4} />
        <TextAttribute {...of} attribute="began" label={t("ui-step-began")} lines={2} />
      </Group>
    </>
  );
}
