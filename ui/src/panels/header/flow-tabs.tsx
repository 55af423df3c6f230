/** Which drawing is looked at: the as-is, each proposal, or both side by side. */
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Switch } from "../../widgets/choice";
import { flowWord } from "../flow-word";

const COMPARE = "compare";

export function FlowTabs({ app, act }: PanelProps) {
  const { view } = app;
  if (!view) return null;
  const options = view.flows.map((flow) => ({ value: flow.id, word: flowWord(flow, view.flows) }));
  const hasToBe = view.flows.length > 1;
  options.push({ value: COMPARE, word: t(hasToBe ? "ui-header-compare" : "ui-header-propose") });
  return (
    <Switch
      label={t("ui-header-flows")}
      value={app.middle === COMPARE ? COMPARE : view.flow}
      options={options}
      onChange={(chosen) => {
        if (chosen === COMPARE) return act.show({ middle: COMPARE });
        if (app.middle === COMPARE) act.show({ middle: "picture" });
        if (chosen !== view.flow) act.look({ flow: chosen });
      }}
    />
  );
}
