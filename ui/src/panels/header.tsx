/** The line above: what is open, which flow, undo and redo by name, saved, and what one came for. */
import type { Panel } from "../app";
import { t } from "../text";
import { Button } from "../widgets/button";
import { FlowTabs } from "./header/flow-tabs";
import { History } from "./header/history";
import { ProcessName } from "./header/process-name";
import { Saved } from "./header/saved";
import "./header/header.css";

export const header: Panel = {
  id: "header",
  label: "ui-header-flows",
  slot: "header",
  View: ({ app, act }) => (
    <>
      <Button kind="quiet" onPress={() => void act.close()} aria-label={t("ui-header-back")}>
        <span className="brand">{t("ui-brand")}</span>
      </Button>
      <ProcessName app={app} act={act} />
      <FlowTabs app={app} act={act} />
      <div className="header-end">
        <History app={app} act={act} />
        {app.view && (
          <Button
            kind="quiet"
            aria-pressed={app.history}
            onPress={() => act.show({ history: !app.history })}
          >
            {t("ui-header-history")}
          </Button>
        )}
        <Saved app={app} act={act} />
        <Button kind="quiet" onPress={() => act.openDialog("help")}>
          {t("ui-header-help")}
        </Button>
        <Button kind="primary" onPress={() => act.openDialog("export")}>
          {t("ui-header-export")}
        </Button>
      </div>
    </>
  ),
};
