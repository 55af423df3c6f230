/** How long a text is, told without measuring, which would lay out everything. */

/** In letters as wide as they are high. */
export function lengthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter < "\u2000" ? 0.62 : 1), 0);
}
