/** A number as people type it: full-width figures, commas, and nothing for what is not known. */

/** What people write behind a number although the field says it; hours and days are not told apart by it. */
const UNIT = /(?:分|件|人|枚|%)$/;

/** Null where nothing was typed, nothing at all where it is no number of zero or more. */
export function typedNumber(text: string): number | null | undefined {
  const plain = text
    .normalize("NFKC")
    .replace(/[\s,、]/g, "")
    .replace(UNIT, "");
  if (plain === "") return null;
  return /^(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

/** No amount of an office is larger: as minutes these are eight years of work. */
export const MOST = 1e6;

/** Why `text` cannot stand as a number of at most `most`: the text that says so; nothing where it can. */
export function refusalOf(text: string, most?: number): string | undefined {
  const value = typedNumber(text);
  if (value === null) return undefined;
  if (value === undefined) {
    const isNegative = /^\s*[-−▲△]\s*[\d.]/.test(text.normalize("NFKC"));
    return isNegative ? "ui-step-number-negative" : "ui-step-number";
  }
  if (most !== undefined && value > most) return "ui-step-number-share";
  return value > MOST ? "ui-step-number-large" : undefined;
}

/** A number as it stands in a field: at most two decimals, no groups of three. */
export function written(value: number): string {
  return String(Math.round(value * 100) / 100);
}
