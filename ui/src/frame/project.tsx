/** The project screen: header, cards, picture, tabs, figures. The picture comes first, everything else in the next moment. */
import type { PanelProps } from "../app";
import { useLate } from "../late";
import { panelsIn } from "../panel";
import { Left } from "./left";
import { Right } from "./right";
import { LateSlot, Slot } from "./slot";
import { useToldEdit } from "./told-edit";

export function Project({ app, act }: PanelProps) {
  const late = useLate(app);
  const told = useToldEdit(late.view);
  const middle = panelsIn("middle").find((panel) => panel.id === app.middle);
  const isWide = middle?.isWide === true;
  const isBelow = panelsIn("left").some((panel) => panel.id === app.left && panel.isWide);
  const classes = [
    "project",
    ...(isWide ? ["project-wide"] : []),
    `project-form-${app.left}`,
    ...(isBelow ? ["project-below"] : []),
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
      {!isWide && <Left app={app} act={act} />}
      <main className="middle">{middle && <middle.View app={app} act={act} />}</main>
      {!isWide && <Right app={app} act={act} />}
      <p className="only-read" role="status">
        {told}
      </p>
      <footer className="footer">
        <LateSlot app={late} act={act} of="footer" />
      </footer>
    </div>
  );
}
