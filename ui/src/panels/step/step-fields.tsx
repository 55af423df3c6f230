/** Everything about one step; what is used most stands first. Nothing has to be entered. */
import type { PanelProps } from "../../app";
import type { RecordId, StepFields as Step, View } from "../../contract";
import { t } from "../../text";
import { lanesOf, stepAt } from "../flow-records";
import { AfterFields } from "./after-fields";
import { RenameField, TextAttribute } from "./attribute-fields";
import { CheckFields } from "./check-fields";
import { GapMeter, useGaps } from "./gaps";
import { Group } from "./group";
import { ItemClasses } from "./item-classes";
import { Attachments, BecauseOf, OtherSystems } from "./list-fields";
import { LaneField, PhaseField } from "./place-fields";
import {
  BasisGroup,
  ContactGroup,
  ItemsGroup,
  JudgedGroup,
  OftenFields,
  PaperFields,
  WorkFields,
} from "./work-fields";

/** Kinds of which something is to be said about what is checked. */
const CHECKS = ["check", "reconcile", "recalculate", "examine", "inspect"];

export function StepFields({ app, act, id }: PanelProps & { id: RecordId }) {
  const step = app.view && stepAt(app.view, id);
  const gaps = useGaps({ app, act }, [id]);
  if (!app.view || !step) return null;
  const of = { app, act, ids: [id] };
  const systems = gaps?.systems ?? [];
  const isCheck = step.check !== undefined || CHECKS.includes(String(step.kind));
  return (
    <div className="fields">
      <h2 className="only-read">{step.name}</h2>
      <GapMeter gaps={gaps} />
      <div className="group-fields">
        <RenameField {...of} label={t("ui-step-name")} />
        <div className="pair">
          <LaneField {...of} />
          <PhaseField {...of} />
        </div>
        <WorkFields {...of} gaps={gaps} />
      </div>
      <AfterFields app={app} act={act} id={id} />
      {isCheck && (
        <Group title={t("ui-step-group-check")} isOpen has={["check"]}>
          <CheckFields {...of} systems={systems} />
        </Group>
      )}
      <ItemsGroup {...of} />
      <ItemClasses {...of} />
      <BasisGroup {...of} />
      <ContactGroup {...of} isOpen={isOfCustomers(app.view, step)} />
      <MoreGroups {...of} id={id} systems={systems} />
    </div>
  );
}

/** Whether a resident or a business does it. */
function isOfCustomers(view: View, step: Step): boolean {
  const lane = lanesOf(view).find(({ id }) => id === `lane/${step.lane}`);
  return lane !== undefined && ["resident", "business"].includes(lane.fields.kind);
}

interface MoreProps extends PanelProps {
  ids: RecordId[];
  id: RecordId;
  systems: readonly string[];
}

function MoreGroups({ id, systems, ...of }: MoreProps) {
  return (
    <>
      <Group title={t("ui-step-group-often")}>
        <OftenFields {...of} />
        <OtherSystems {...of} id={id} systems={systems} />
      </Group>
      <Group title={t("ui-step-group-paper")}>
        <PaperFields {...of} />
        <Attachments {...of} id={id} />
      </Group>
      <JudgedGroup {...of} />
      <Group title={t("ui-step-group-origin")}>
        <TextAttribute {...of} attribute="began" label={t("ui-step-began")} lines={2} />
        <BecauseOf {...of} id={id} />
        <TextAttribute {...of} attribute="note" label={t("ui-step-note")} lines={4} />
      </Group>
    </>
  );
}
