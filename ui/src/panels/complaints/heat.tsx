/** How many speak about each step, as the ground of the picture tells it: the switch, and what the colours mean. */
import { ToggleButton } from "react-aria-components";
import type { Act } from "../../app";
import type { View } from "../../contract";
import { t } from "../../text";
import { Tick } from "../../widgets/tick";
import { complaintsOf } from "../flow-records";
import "./heat.css";

interface HeatProps {
  act: Act;
  view: View;
}

/** Shows it, or no longer. */
export function turnHeat(act: Act, view: View) {
  void act.ask("show_heat", { heat: view.heat === "shown" ? "hidden" : "shown" });
}

/** Where a picture is taken out. */
export function HeatTick({ act, view }: HeatProps) {
  const turn = () => turnHeat(act, view);
  return <Tick word={t("ui-heat-tick")} value={view.heat === "shown"} onChange={turn} />;
}

const HEATS = ["one", "several", "many"] as const;

/** What the colours mean, while they are shown. */
export function HeatLegend({ view }: Pick<HeatProps, "view">) {
  if (view.heat !== "shown") return null;
  return (
    <ul className="heat-legend" aria-label={t("ui-heat-legend")}>
      {HEATS.map((heat) => (
        <li key={heat}>
          <span className={`heat-sign heat-${heat}`} aria-hidden="true" />
          {t(`legend-heat-${heat}`)}
        </li>
      ))}
    </ul>
  );
}

/** Below the picture, as soon as there are voices. */
export function HeatSwitch({ act, view }: HeatProps) {
  if (view.heat === "hidden" && complaintsOf(view).length === 0) return null;
  return (
    <ToggleButton
      className="button button-quiet heat-switch"
      isSelected={view.heat === "shown"}
      onChange={() => turnHeat(act, view)}
    >
      {t("ui-heat")}
    </ToggleButton>
  );
}
