/** Several steps at once: where they stand and what they are. */
import type { PanelProps } from "../../app";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { nameOf } from "../../tools/graph";
import { Button } from "../../widgets/button";
import { edgesOf, kindOf } from "../flow-records";
import { useGaps } from "./gaps";
import { Group } from "./group";
import { ItemClasses } from "./item-classes";
import { LaneField, PhaseField } from "./place-fields";
import {
  BasisGroup,
  ContactGroup,
  ItemsGroup,
  JudgedGroup,
  OftenFields,
  WorkFields,
} from "./work-fields";

export function SeveralFields({ app, act, ids }: PanelProps & { ids: readonly RecordId[] }) {
  const steps = ids.filter((id) => kindOf(id) === "step");
  return (
    <div className="fields">
      <div className="group-fields">
        <h2>{t("ui-step-several", { n: ids.length })}</h2>
        <p className="quiet">{t("ui-step-several-hint")}</p>
        <Between app={app} act={act} ids={ids} />
        <div className="pair">
          <LaneField app={app} act={act} ids={ids} />
          <PhaseField app={app} act={act} ids={ids} />
        </div>
      </div>
      {/* Another choice is another thing: nothing half typed may pass from one to the next. */}
      {steps.length > 0 && <StepsFields key={steps.join(" ")} app={app} act={act} ids={steps} />}
    </div>
  );
}

/** What can be said of several steps at once. */
function StepsFields({ app, act, ids }: PanelProps & { ids: readonly RecordId[] }) {
  const of = { app, act, ids };
  const gaps = useGaps({ app, act }, ids);
  return (
    <>
      <div className="group-fields">
        <WorkFields {...of} gaps={gaps} />
      </div>
      <ItemsGroup {...of} />
      <ItemClasses {...of} />
      <BasisGroup {...of} />
      <ContactGroup {...of} isOpen={false} />
      <Group title={t("ui-step-group-often")}>
        <OftenFields {...of} />
      </Group>
      <JudgedGroup {...of} />
    </>
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
