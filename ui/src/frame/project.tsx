/** The project screen: header, cards, picture, tabs, figures. */
import { memo, useDeferredValue, useRef } from "react";
import type { App, PanelProps } from "../app";
import { panelsIn } from "../panel";
import { t } from "../text";
import { Right as RightNow } from "./right";
import { Slot as SlotNow } from "./slot";

const Slot = memo(SlotNow);
const Right = memo(RightNow);

/** The picture is the first to show what an edit did; what stands around it follows as soon as there is time. */
function useAround(app: App): App {
  const shown = useDeferredValue(app.view);
  const around = useRef(app);
  if (app.view === shown) around.current = app;
  return around.current;
}

export function Project({ app, act }: PanelProps) {
  const around = useAround(app);
  const middle = panelsIn("middle").find((panel) => panel.id === app.middle);
  const isWide = middle?.isWide === true;
  const classes = [
    "project",
    ...(isWide ? ["project-wide"] : []),
    ...(app.view?.project.past ? ["project-past"] : []),
  ].join(" ");
  return (
    <div className={classes}>
      <header className="header">
        <Slot app={around} act={act} of="header" />
      </header>
      <div className="notices">
        <Slot app={around} act={act} of="notice" />
      </div>
      {!isWide && (
        <aside className="left" aria-label={t("ui-frame-left")}>
          <Slot app={around} act={act} of="left" />
        </aside>
      )}
      <main className="middle">{middle && <middle.View app={app} act={act} />}</main>
      {!isWide && <Right app={around} act={act} />}
      <footer className="footer">
        <Slot app={around} act={act} of="footer" />
      </footer>
    </div>
  );
}
