/** Which drawing is looked at: the as-is, each proposal, or both side by side. */
import type { PanelProps } from "../../app";
import type { FlowCard } from "../../contract";
import { t } from "../../text";
import { Switch } from "../../widgets/choice";

const COMPARE = "compare";

export function FlowTabs({ app, act }: PanelProps) {
  const { view } = app;
  if (!view) return null;
  const options = view.flows.map((flow) => ({ value: flow.id, word: wordOf(flow, view.flows) }));
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

/** 現状, then 改善案 A, B … in the order in which they were made. */
function wordOf(flow: FlowCard, flows: readonly FlowCard[]): string {
  const alike = flows.filter((other) => other.variant === flow.variant);
  if (flow.variant === "as_is") return alike.length > 1 ? flow.name : t("ui-header-as-is");
  const letter = String.fromCharCode(65 + (alike.indexOf(flow) % 26));
  return t("ui-header-to-be", { letter });
}
