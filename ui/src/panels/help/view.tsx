/** The help: three pages in one dialog. */
import { useState } from "react";
import type { Act, PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Sheet } from "../../widgets/sheet";
import { Tabs } from "../../widgets/tabs";
import { Outcome } from "../problems/outcome";
import { Preferences } from "../start/preferences";
import { beginTour } from "../tour/begin";
import { Keys } from "./keys";
import { Made } from "./made";

const STEPS = ["1", "list", "forms", "branch", "if", "return", "2", "3", "4", "5", "6", "7"];

export function HelpView({ app, act }: PanelProps) {
  const [page, setPage] = useState("first");
  return (
    <Sheet
      title={t("ui-help-title")}
      close={t("ui-help-close")}
      onClose={act.closeDialog}
      isWide={true}
    >
      <div className="help">
        <Outcome app={app} act={act} />
        <Tabs
          label={t("ui-help-title")}
          selected={page}
          onSelect={setPage}
          items={[
            { id: "first", word: t("ui-help-first"), content: <FirstSteps act={act} /> },
            { id: "keys", word: t("ui-help-keys"), content: <Keys /> },
            { id: "settings", word: t("ui-settings"), content: <Settings app={app} act={act} /> },
            { id: "about", word: t("ui-help-about"), content: <Made app={app} /> },
          ]}
        />
      </div>
    </Sheet>
  );
}

function Settings({ app, act }: PanelProps) {
  return (
    <div className="help-settings">
      <Preferences app={app} act={act} />
      <p className="quiet">{t("ui-settings-kept")}</p>
    </div>
  );
}

function FirstSteps({ act }: { act: Act }) {
  return (
    <div>
      <ol className="first-steps">
        {STEPS.map((step) => (
          <li key={step}>{t(`ui-help-first-${step}`)}</li>
        ))}
      </ol>
      <p className="help-tour">
        <Button onPress={() => void beginTour(act)}>{t("ui-tour-begin")}</Button>{" "}
        <span className="quiet">{t("ui-tour-again")}</span>
      </p>
    </div>
  );
}
