/** Names as they are compared: however wide or large their letters are typed. */

/** Full-width letters narrowed, case and outer blanks dropped: names that read alike are alike. */
export function folded(text: string): string {
  return text.trim().normalize("NFKC").toLowerCase();
}

/** Whether two names read alike. */
export function isAlike(one: string, other: string): boolean {
  return folded(one) === folded(other);
}
