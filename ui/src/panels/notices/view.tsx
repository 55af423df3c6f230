/** One notice at a time: a problem or what was done before work under way, that before a hint; above it what stays so. */
import { memo } from "react";
import type { App, PanelProps } from "../../app";
import { useLate } from "../../late";
import { t } from "../../text";
import { Progress } from "../../widgets/notice";
import { problemHere } from "../problems/here";
import { Outcome } from "../problems/outcome";
import { Hint } from "./hint";
import { Losses } from "./losses";
import { Standing } from "./standing";

export function NoticesView({ app, act }: PanelProps) {
  return (
    <>
      <Standing app={app} act={act} />
      <First app={app} act={act} />
      <Losses app={app} act={act} />
    </>
  );
}

function First({ app, act }: PanelProps) {
  // A dialog, and the table where it is open, say themselves what went wrong in them.
  const isSaid = app.problem?.at.cell !== undefined && app.left === "table";
  if ((problemHere(app) || app.done) && !app.dialog && !isSaid) {
    return (
      <div className="notice-line">
        <Outcome app={app} act={act} />
      </div>
    );
  }
  if (app.job && !isShownInPlace(app)) {
    return (
      <div className="notice-line notice-work">
        <Progress
          label={t(app.job.label)}
          found={t(app.job.id === "propose" ? "ui-propose-found" : "ui-trial-found", {
            n: app.job.found,
          })}
          cancel={{ word: t("ui-working-stop"), onPress: act.cancel }}
        />
      </div>
    );
  }
  return <LateHint app={app} act={act} />;
}

/** The page from which work was begun shows itself how it goes. */
function isShownInPlace({ job, middle }: App): boolean {
  return middle === (job?.id === "propose" ? "compare" : "trial");
}

/** What comes next is never urgent. */
function LateHint({ app, act }: PanelProps) {
  return <CalmHint app={useLate(app)} act={act} />;
}

const CalmHint = memo(Hint);
