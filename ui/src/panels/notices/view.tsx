/** One notice at a time: a problem before work under way, that before a hint. */
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Notice, Progress } from "../../widgets/notice";
import { Hint } from "./hint";
import { Losses } from "./losses";
import { placeOf } from "./place-of";

export function NoticesView({ app, act }: PanelProps) {
  return (
    <>
      <First app={app} act={act} />
      <Losses app={app} act={act} />
    </>
  );
}

function First({ app, act }: PanelProps) {
  // A dialog says itself what went wrong in it.
  if (app.problem && !app.dialog) return <ProblemLine app={app} act={act} />;
  if (app.job && app.middle !== "compare") {
    return (
      <div className="notice-line notice-work">
        <Progress
          label={t(app.job.label)}
          found={t("ui-propose-found", { n: app.job.found })}
          cancel={{ word: t("ui-working-stop"), onPress: act.cancel }}
        />
      </div>
    );
  }
  return <Hint app={app} act={act} />;
}

function ProblemLine({ app, act }: PanelProps) {
  const { problem, view } = app;
  if (!problem) return null;
  const place = problem.at.id;
  const where = placeOf(problem.at);
  const isInSight = place !== undefined && view?.painting.areas[place] !== undefined;
  const close = { word: t("ui-notice-close"), onPress: act.dismissProblem };
  return (
    <div className="notice-line">
      <Notice kind="problem" title={problem.message} close={close}>
        <p>{problem.hint}</p>
        {where !== undefined && <p className="quiet small">{where}</p>}
        {isInSight && (
          <Button kind="link" onPress={() => act.select([place], { reveal: true })}>
            {t("ui-notice-place")}
          </Button>
        )}
      </Notice>
    </div>
  );
}
