/** Says what a proposal is, asks how far it may go, and shows how the work on it goes. */
import { useState } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import type { PanelProps } from "../../app";
import type { Limits } from "../../generated/Limits";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Progress } from "../../widgets/notice";
import { composed, PACKAGES, type Package } from "./compose";
import { LimitFields } from "./limit-fields";

export function Propose({ app, act }: PanelProps) {
  const [range, setRange] = useState<Package>("free");
  const [limits, setLimits] = useState<Limits>({});
  const hasSteps = Object.values(app.view?.records ?? {}).some((record) => "step" in record);
  const isRead = app.view?.project.read_only === true;
  if (app.job?.id === "propose") return <Composing app={app} act={act} />;
  return (
    <div className="propose">
      <h2>{t("ui-propose-title")}</h2>
      <p>{t("ui-propose-what")}</p>
      <RadioGroup
        className="packages"
        value={range}
        onChange={(value) => setRange(PACKAGES.find((one) => one === value) ?? "free")}
      >
        <Label>{t("ui-propose-choose")}</Label>
        {PACKAGES.map((one) => (
          <Radio value={one} key={one} className="package">
            <strong>{t(`ui-propose-${one}`)}</strong>
            <span className="quiet">{t(`ui-propose-${one}-about`)}</span>
          </Radio>
        ))}
      </RadioGroup>
      <LimitFields limits={limits} change={setLimits} />
      {!hasSteps && <p className="quiet">{t("ui-propose-needs-steps")}</p>}
      <Button
        kind="primary"
        isDisabled={!hasSteps || isRead}
        onPress={() => composed(app, act, range, limits)}
      >
        {t("ui-propose-start")}
      </Button>
    </div>
  );
}

function Composing({ app, act }: PanelProps) {
  return (
    <div className="propose">
      <Progress
        label={t("ui-propose-working")}
        found={t("ui-propose-found", { n: app.job?.found ?? 0 })}
        cancel={{ word: t("ui-propose-stop"), onPress: act.cancel }}
      />
    </div>
  );
}
