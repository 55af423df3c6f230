/** A number as people type it, with a sign where one is meant: full-width figures and commas. */
import { typedNumber } from "../step/typed-number";

const SIGN = /^[-−‐–▲△+]/;
const LESS = /^[-−‐–▲△]/;

export interface Bounds {
  min: number;
  max: number;
  isWhole: boolean;
}

/** Null where nothing was typed, nothing at all where it is no number within the bounds. */
export function typed(text: string, { min, max, isWhole }: Bounds): number | null | undefined {
  const plain = text.normalize("NFKC").trim();
  const size = typedNumber(plain.replace(SIGN, ""));
  if (size === null || size === undefined) return plain === "" ? null : undefined;
  const value = LESS.test(plain) ? -size : size;
  if (value < min || value > max) return undefined;
  return isWhole ? Math.round(value) : value;
}
