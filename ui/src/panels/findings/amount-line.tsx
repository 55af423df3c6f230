/** One line of figures: each with its number in bold. */
import { t } from "../../text";
import type { Avoidable } from "../told";
import { type Amount, amounts } from "./amounts";

export function AmountLine({ avoidable, voices }: { avoidable: Avoidable; voices: number }) {
  const line = amounts(avoidable, voices);
  if (line.length === 0) return null;
  return (
    <p className="amounts">
      {line.map((amount) => (
        <span key={amount.text}>{said(amount)}</span>
      ))}
    </p>
  );
}

function said(amount: Amount): string {
  const values = amount.unit ? { n: t(amount.unit, amount.values) } : amount.values;
  return t(amount.text, values);
}
