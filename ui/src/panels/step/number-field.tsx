/** A field for a number as people type it: what is none is refused in the field. */
import { useState } from "react";
import { t } from "../../text";
import { NameField } from "../../widgets/name-field";
import { number } from "../number";
import { MOST, refusalOf, typedNumber, written } from "./typed-number";

export interface NumberFieldProps {
  label: string;
  /** As it is stored; nothing where it is not known. */
  value: number | undefined;
  placeholder: string;
  attribute?: string;
  /** How much of what is stored one of what is shown makes: a day is 7.75 office hours, a percent 0.01. */
  scale?: number;
  max?: number;
  hint?: string;
  /** Why what was stored last was refused. */
  wrong?: string;
  /** Null where it is no longer known. */
  onStore(stored: number | null): Promise<boolean>;
}

export function NumberField({ value, scale = 1, max, wrong, onStore, ...field }: NumberFieldProps) {
  const [unread, setUnread] = useState<string>();
  const said = unread ?? wrong;
  return (
    <NameField
      {...field}
      value={value === undefined ? "" : written(value / scale)}
      inputMode="decimal"
      {...(said === undefined ? {} : { wrong: said })}
      onCommit={(text) => {
        const refused = refusalOf(text, max);
        if (refused) {
          setUnread(t(refused, { typed: text.trim(), most: number(MOST) }));
          return false;
        }
        const next = typedNumber(text) ?? null;
        setUnread(undefined);
        return onStore(next === null ? null : rounded(next * scale));
      }}
    />
  );
}

/** Drops what binary arithmetic added: 7 percent is 0.07. */
function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
