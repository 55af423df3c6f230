/** The window: one screen at a time, dialogs over it. */
import type { PanelProps } from "../app";
import { panelsIn } from "../panel";
import { ProblemNotice } from "./problem-notice";
import { Project } from "./project";

export function Window({ app, act }: PanelProps) {
  const screen = panelsIn("screen").find((panel) => panel.id === app.screen);
  const dialog = panelsIn("dialog").find((panel) => panel.id === app.dialog);
  return (
    <>
      <ProblemNotice app={app} act={act} />
      {screen ? <screen.View app={app} act={act} /> : <Project app={app} act={act} />}
      {dialog && <dialog.View app={app} act={act} />}
    </>
  );
}
