/** The project screen: header, cards, picture, tabs, figures. The picture comes first, everything else in the next moment. */
import type { PanelProps } from "../app";
import { useLate } from "../late";
import { panelsIn } from "../panel";
import { t } from "../text";
import { Right } from "./right";
import { LateSlot, Slot } from "./slot";

export function Project({ app, act }: PanelProps) {
  const late = useLate(app);
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
        <LateSlot app={late} act={act} of="header" />
      </header>
      <div className="notices">
        <Slot app={app} act={act} of="notice" />
      </div>
      {!isWide && (
        <aside className="left" aria-label={t("ui-frame-left")}>
          <Slot app={app} act={act} of="left" />
        </aside>
      )}
      <main className="middle">{middle && <middle.View app={app} act={act} />}</main>
      {!isWide && <Right app={app} act={act} />}
      <footer className="footer">
        <LateSlot app={late} act={act} of="footer" />
      </footer>
    </div>
  );
}
