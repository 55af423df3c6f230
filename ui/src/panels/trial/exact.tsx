/** A small field beside a slider or by itself: a number as people type it, within its bounds. */
import { useState } from "react";
import { t } from "../../text";
import { NameField } from "../../widgets/name-field";
import { number } from "../number";
import { written } from "../step/typed-number";
import { typed } from "./typed";

interface ExactProps {
  label: string;
  /** Where what it is for stands beside it. */
  isLabelHidden?: boolean;
  value: number | undefined;
  min: number;
  max: number;
  /** What stands behind the number. */
  unit: string;
  isWhole?: boolean;
  placeholder?: string;
  /** What is no longer said; where it has to be said, what was there stays. */
  onClear?(): void;
  onChange(value: number): void;
}

export function Exact(props: ExactProps) {
  const { label, isLabelHidden = false, value, min, max, unit, placeholder, onClear } = props;
  const [wrong, setWrong] = useState<string>();
  const commit = (text: string) => {
    const next = typed(text, { min, max, isWhole: props.isWhole ?? false });
    const isCleared = next === null && onClear !== undefined;
    if (next === undefined || (next === null && !isCleared)) {
      setWrong(t("ui-trial-between", { low: signedNumber(min), high: number(max) }));
      return false;
    }
    setWrong(undefined);
    if (next === null) onClear?.();
    else props.onChange(next);
    return true;
  };
  return (
    <div className="exact">
      <NameField
        label={label}
        isLabelHidden={isLabelHidden}
        value={value === undefined ? "" : written(value).replace("-", "−")}
        inputMode={min < 0 ? "text" : "decimal"}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(wrong === undefined ? {} : { wrong })}
        onCommit={commit}
      />
      <span className="exact-unit">{unit}</span>
    </div>
  );
}

function signedNumber(value: number): string {
  return value < 0 ? `−${number(-value)}` : number(value);
}
