/** The window: one screen at a time, notices above, dialogs over it. */
import { useEffect } from "react";
import type { PanelProps } from "../app";
import { panelsIn } from "../panel";
import { t } from "../text";
import { Notice } from "../widgets/notice";
import { Project } from "./project";
import { Slot } from "./slot";
import "./frame.css";

export function Window({ app, act }: PanelProps) {
  const screen = panelsIn("screen").find((panel) => panel.id === app.screen);
  const dialog = panelsIn("dialog").find((panel) => panel.id === app.dialog);
  useEffect(() => {
    document.documentElement.dataset.appearance = app.appearance;
    document.documentElement.lang = app.hello?.language ?? "ja";
    document.title = app.view ? `${app.view.project.name} — ${t("ui-brand")}` : t("ui-brand");
  }, [app.appearance, app.hello, app.view]);
  return (
    <div className="window">
      {panelsIn("notice").length > 0 ? (
        <Slot app={app} act={act} of="notice" />
      ) : (
        <Problem app={app} act={act} />
      )}
      <div className="window-screen">
        {screen ? <screen.View app={app} act={act} /> : <Project app={app} act={act} />}
      </div>
      {dialog && <dialog.View app={app} act={act} />}
    </div>
  );
}

/** What went wrong, in the words of Rust, where no panel says it better. */
function Problem({ app, act }: PanelProps) {
  if (!app.problem) return null;
  const close = { word: t("ui-notice-close"), onPress: act.dismissProblem };
  return (
    <Notice kind="problem" title={app.problem.message} close={close}>
      {app.problem.hint}
    </Notice>
  );
}
