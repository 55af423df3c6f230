/** A number as people type it: full-width figures, commas, and nothing for what is not known. */

/** Null where nothing was typed, nothing at all where it is no number of zero or more. */
export function typedNumber(text: string): number | null | undefined {
  const plain = text.normalize("NFKC").replace(/[\s,、]/g, "");
  if (plain === "") return null;
  return /^(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

/** A number as it stands in a field: at most two decimals, no groups of three. */
export function written(value: number): string {
  return String(Math.round(value * 100) / 100);
}
