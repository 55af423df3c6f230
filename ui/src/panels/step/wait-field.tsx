/** The wait before a step: kept in office hours, typed in hours or in days. */
import { useState } from "react";
import { t } from "../../text";
import { Switch } from "../../widgets/choice";
import { HOURS_OF_A_DAY } from "../number";
import { type AttributeProps, common } from "./attribute";
import { NumberAttribute } from "./attribute-fields";

type Unit = "hours" | "days";

/** In which unit a person reads the wait of a step; until the window closes. */
const units = new Map<string, Unit>();

export function WaitField(props: Omit<AttributeProps, "attribute" | "label">) {
  const { value } = common(props.app.view, props.ids, "wait");
  const [, setChosen] = useState<Unit>();
  const key = `${props.app.view?.project.name} ${props.ids.join(" ")}`;
  const unit = units.get(key) ?? unitOf(value);
  const keep = (next: Unit) => {
    units.set(key, next);
    setChosen(next);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: whoever types in one unit goes on reading in it
    <div className="wait" onFocus={() => keep(unit)}>
      <NumberAttribute
        {...props}
        attribute="wait"
        label={t("ui-step-wait")}
        scale={unit === "days" ? HOURS_OF_A_DAY : 1}
        hint={t("ui-step-wait-day-note")}
      />
      <Switch<Unit>
        label={t("ui-step-wait-unit")}
        value={unit}
        options={[
          { value: "hours", word: t("ui-step-wait-hours") },
          { value: "days", word: t("ui-step-wait-days") },
        ]}
        onChange={keep}
      />
    </div>
  );
}

/** Days where it is a whole number of them. */
function unitOf(value: unknown): Unit {
  const isDays = typeof value === "number" && value > 0 && value % HOURS_OF_A_DAY === 0;
  return isDays ? "days" : "hours";
}
