/** The project screen: header, cards, picture, tabs, figures. */
import type { PanelProps } from "../app";
import { panelsIn } from "../panel";
import { Header } from "./header";
import { Right } from "./right";

export function Project({ app, act }: PanelProps) {
  const middle = panelsIn("middle").find((panel) => panel.id === app.middle);
  return (
    <div className="project">
      <Header app={app} act={act} />
      <aside className="left">
        {panelsIn("left").map((panel) => (
          <panel.View key={panel.id} app={app} act={act} />
        ))}
      </aside>
      <main className="middle">{middle && <middle.View app={app} act={act} />}</main>
      <Right app={app} act={act} />
      <footer className="footer">
        {panelsIn("footer").map((panel) => (
          <panel.View key={panel.id} app={app} act={act} />
        ))}
      </footer>
    </div>
  );
}
