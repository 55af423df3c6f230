/** The window: one screen at a time, notices where they do not hide it, dialogs over it. */
import { useEffect } from "react";
import type { PanelProps } from "../app";
import { panelsIn } from "../panel";
import { Tour } from "../panels/tour/tour";
import { t } from "../text";
import { DropGround } from "./drop";
import { Project } from "./project";
import { Slot } from "./slot";
import "./frame.css";

export function Window({ app, act }: PanelProps) {
  const screen = panelsIn("screen").find((panel) => panel.id === app.screen);
  const dialog = panelsIn("dialog").find((panel) => panel.id === app.dialog);
  const { appearance = "system", language = "ja" } = app.hello ?? {};
  // The language has its own word for the brand.
  const title = app.view ? `${app.view.project.name} — ${t("ui-brand")}` : t("ui-brand");
  // What is said of the whole document is said once: the browser looks at every element anew.
  useEffect(() => {
    document.documentElement.dataset.appearance = appearance;
  }, [appearance]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className="window">
      <div className="window-screen">
        {screen ? (
          <>
            <Slot app={app} act={act} of="notice" />
            <screen.View app={app} act={act} />
          </>
        ) : (
          <Project app={app} act={act} />
        )}
      </div>
      {dialog && <dialog.View app={app} act={act} />}
      <Tour app={app} act={act} />
      <DropGround app={app} act={act} />
    </div>
  );
}
