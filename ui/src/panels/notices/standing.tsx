/** Why the project can only be read, and what can be done about it; it stays for as long as that is so. */
import type { PanelProps } from "../../app";
import type { Language, ProjectCard } from "../../contract";
import { t } from "../../text";
import { Notice } from "../../widgets/notice";
import { Ways } from "../problems/ways";
import { waysToWrite } from "../problems/ways-out";
import { moment } from "../start/when";

export function Standing({ app, act }: PanelProps) {
  const { view, hello } = app;
  const reading = view?.project.reading;
  if (!view || app.screen !== "project" || reading === undefined || reading === "past") return null;
  return (
    <div className="notice-line standing">
      <Notice kind="hint" title={why(view.project, reading, hello?.language ?? "ja")}>
        <p>{t(`ui-standing-${reading}-do`)}</p>
        <Ways app={app} act={act} ways={waysToWrite(reading)} file={view.project.path} />
      </Notice>
    </div>
  );
}

function why({ held_by: holder }: ProjectCard, reading: string, language: Language): string {
  if (reading !== "held") return t(`ui-standing-${reading}`);
  if (!holder) return t("ui-standing-held-unknown");
  const { user, host, since } = holder;
  return t("ui-standing-held", { user, host, time: moment(since, Date.now(), language) });
}
