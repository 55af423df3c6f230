/** What a change rests on, in the city's own figure where people know it. */
import { useState } from "react";
import type { Act } from "../../app";
import type { RecordId } from "../../contract";
import type { Assumption } from "../../generated/Assumption";
import { t } from "../../text";
import { number } from "../number";
import { NumberField } from "../step/number-field";

interface AssumptionFieldProps {
  act: Act;
  /** The better flow. */
  flow: RecordId;
  one: Assumption;
}

export function AssumptionField({ act, flow, one }: AssumptionFieldProps) {
  const [wrong, setWrong] = useState<string>();
  const scale = one.unit === "share" ? 0.01 : 1;
  const said = (value: number) => number(value / scale);
  const { label, name, source } = one;
  return (
    <NumberField
      label={one.unit === "share" ? t("ui-cards-assumption-share", { label }) : label}
      value={one.used}
      scale={scale}
      placeholder={said(one.likely)}
      hint={t("ui-cards-assumption-about", {
        likely: said(one.likely),
        low: said(one.low),
        high: said(one.high),
        source,
      })}
      {...(wrong === undefined ? {} : { wrong })}
      onStore={async (value) => {
        const view = await act.ask("assume", {
          flow,
          name,
          ...(value === null ? {} : { value }),
        });
        setWrong(view ? undefined : t("ui-cards-assumption-refused"));
        return view !== undefined;
      }}
    />
  );
}
