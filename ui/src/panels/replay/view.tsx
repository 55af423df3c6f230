/** The way of the cases through the flow, as a film: asks for it, and shows it once it is there. */
import type { PanelProps } from "../../app";
import type { Levers, View } from "../../contract";
import { t } from "../../text";
import { useAnswer } from "../use-answer";
import { leversOf } from "./levers";
import { ReplayScreen } from "./screen";

const JOB = "replay";

export function ReplayView({ app, act }: PanelProps) {
  const { view } = app;
  if (!view) return null;
  return <Asked app={app} act={act} view={view} levers={leversOf(view)} />;
}

interface AskedProps extends PanelProps {
  view: View;
  levers: Levers;
}

function Asked({ app, act, view, levers }: AskedProps) {
  const { project, revision, flow } = view;
  const moment = [project.path, flow, revision, project.past?.revision, app.hello?.language];
  const key = JSON.stringify([moment, levers]);
  const replay = useAnswer(act, "replay", { levers, job: JOB }, key);
  if (!replay) {
    return (
      <p className="middle-state" role="status">
        {t("ui-replay-loading")}
      </p>
    );
  }
  return <ReplayScreen app={app} act={act} replay={replay} />;
}
