/** Which drawing is looked at: the as-is, each proposal, both, what becomes of them if, or how cases go through them. */
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Switch } from "../../widgets/choice";
import { flowWord } from "../flow-word";

const COMPARE = "compare";
const TRIAL = "trial";
const REPLAY = "replay";

export function FlowTabs({ app, act }: PanelProps) {
  const { view } = app;
  if (!view) return null;
  const options = view.flows.map((flow) => ({ value: flow.id, word: flowWord(flow, view.flows) }));
  const hasToBe = view.flows.length > 1;
  options.push({ value: COMPARE, word: t(hasToBe ? "ui-header-compare" : "ui-header-propose") });
  options.push({ value: TRIAL, word: t("ui-trial") });
  options.push({ value: REPLAY, word: t("ui-replay-option") });
  return (
    <Switch
      label={t("ui-header-flows")}
      value={app.middle === "picture" ? view.flow : app.middle}
      options={options}
      onChange={(chosen) => {
        if (chosen === COMPARE || chosen === TRIAL || chosen === REPLAY) {
          return act.show({ middle: chosen });
        }
        if (app.middle !== "picture") act.show({ middle: "picture" });
        if (chosen !== view.flow) act.look({ flow: chosen });
      }}
    />
  );
}
