/** The start: ways in, what one did last, examples. */
import type { Panel } from "../app";
import { t } from "../text";
import { FileList } from "./start/file-list";
import { Preferences } from "./start/preferences";
import { RecentTable } from "./start/recent-table";
import { SampleCards } from "./start/sample-cards";
import { WaysIn } from "./start/ways-in";
import { TourOffer } from "./tour/offer";
import "./start/start.css";

export const start: Panel = {
  id: "start",
  label: "ui-start-headline",
  slot: "screen",
  View: ({ app, act }) => (
    <div className="start">
      <header className="start-header">
        <span className="brand">{t("ui-brand")}</span>
        <Preferences app={app} act={act} />
      </header>
      <main className="start-main">
        <h1>{t("ui-start-headline")}</h1>
        <p className="start-local">{t("ui-start-local")}</p>
        <WaysIn app={app} act={act} />
        <TourOffer app={app} act={act} />
        <RecentTable app={app} act={act} />
        <SampleCards app={app} act={act} />
        <FileList app={app} act={act} />
      </main>
    </div>
  ),
};
