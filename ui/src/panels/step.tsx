/** About what is chosen: a step, several, an arrow, a lane … and about the process where nothing is. */
import type { ReactNode } from "react";
import type { Panel, PanelProps } from "../app";
import type { RecordId } from "../contract";
import { t } from "../text";
import { isNode } from "../tools/graph";
import { kindOf } from "./flow-records";
import { WaysToFields } from "./step/aim";
import { OpenGroups } from "./step/group";
import {
  EdgeFields,
  EventFields,
  GatewayFields,
  LaneFields,
  PhaseFields,
} from "./step/other-fields";
import { ProcessFields } from "./step/process-fields";
import { SeveralFields } from "./step/several-fields";
import { StepFields } from "./step/step-fields";
import "./step/step.css";

export const step: Panel = {
  id: "step",
  label: "ui-step",
  slot: "right",
  View: ({ app, act }) => (
    <OpenGroups>
      <Readable isRead={app.view?.project.read_only ?? true}>
        <WaysToFields app={app} act={act}>
          <Fields app={app} act={act} />
        </WaysToFields>
      </Readable>
    </OpenGroups>
  ),
};

/** Fields that can only be read take no keyboard: then the page with them does, so that it can be read to its end. */
function Readable({ isRead, children }: { isRead: boolean; children: ReactNode }) {
  const reached = isRead ? { tabIndex: 0, role: "group", "aria-label": t("ui-step") } : {};
  return (
    <div className="step-page" {...reached}>
      <fieldset className="step-panel" disabled={isRead}>
        {children}
      </fieldset>
    </div>
  );
}

function Fields({ app, act }: PanelProps) {
  if (!app.view) return null;
  const nodes = app.selection.filter(isNode);
  if (nodes.length > 1) {
    return (
      <div data-about={nodes.join(" ")}>
        <SeveralFields app={app} act={act} ids={nodes} />
      </div>
    );
  }
  const id = app.selection.at(-1) ?? app.view.process;
  // Another thing's fields are other fields: nothing half typed may pass from one to the next.
  return (
    <div key={id} data-about={id}>
      {fieldsFor({ app, act, id })}
    </div>
  );
}

function fieldsFor(props: PanelProps & { id: RecordId }): ReactNode {
  switch (kindOf(props.id)) {
    case "step":
      return <StepFields {...props} />;
    case "edge":
      return <EdgeFields {...props} />;
    case "gateway":
      return <GatewayFields {...props} />;
    case "event":
      return <EventFields {...props} />;
    case "lane":
      return <LaneFields {...props} />;
    case "phase":
      return <PhaseFields {...props} />;
    default:
      return <ProcessFields {...props} id={props.app.view?.process ?? props.id} />;
  }
}
