/** The way of the cases through the flow, as a film: asks for it, and shows it once it is there. */
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { momentOf } from "../trial/bench";
import { useAnswer } from "../use-answer";
import { useConditions } from "./levers";
import { ReplayScreen } from "./screen";

const JOB = "replay";

export function ReplayView({ app, act }: PanelProps) {
  const { levers, made } = useConditions(app);
  const key = JSON.stringify([momentOf(app), app.hello?.language, levers]);
  const replay = useAnswer(act, "replay", { levers, job: JOB }, key);
  if (!replay) {
    return (
      <p className="middle-state" role="status">
        {t("ui-replay-loading")}
      </p>
    );
  }
  return <ReplayScreen app={app} act={act} replay={replay} made={made} />;
}
