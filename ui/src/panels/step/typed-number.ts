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

/** A number as it stands in a field: at most two decimals, no groups of three. */
export function written(value: number): string {
  return String(Math.round(value * 100) / 100);
}
