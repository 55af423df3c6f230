/** Which drawing is looked at: the as-is, each proposal, both side by side, or what becomes of them if. */
import type { MiddleId, PanelProps } from "../../app";
import { t } from "../../text";
import { Switch } from "../../widgets/choice";
import { flowWord } from "../flow-word";

const COMPARE = "compare";
const TRIAL = "trial";
/** What is played stands where it is tried. */
const REPLAY = "replay";

export function FlowTabs({ app, act }: PanelProps) {
  const { view } = app;
  if (!view) return null;
  const options = view.flows.map((flow) => ({ value: flow.id, word: flowWord(flow, view.flows) }));
  const hasToBe = view.flows.length > 1;
  options.push({ value: COMPARE, word: t(hasToBe ? "ui-header-compare" : "ui-header-propose") });
  options.push({ value: TRIAL, word: t("ui-trial") });
  return (
    <Switch
      label={t("ui-header-flows")}
      value={shown(app.middle, view.flow)}
      options={options}
      onChange={(chosen) => {
        if (chosen === COMPARE || chosen === TRIAL) return act.show({ middle: chosen });
        if (app.middle !== "picture") act.show({ middle: "picture" });
        if (chosen !== view.flow) act.look({ flow: chosen });
      }}
    />
  );
}

function shown(middle: MiddleId, flow: string): string {
  if (middle === "picture") return flow;
  return middle === REPLAY ? TRIAL : middle;
}
