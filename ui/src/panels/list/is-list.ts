/** Whether what was pasted is worth being looked at as a list. */
import type { Pasted } from "../../app";

/** Several lines or cells, in letters or as another program would show them. */
export function isList({ text, html }: Pasted): boolean {
  return /\S\s*[\n\t]\s*\S/.test(text) || /<(table|li)\b/i.test(html);
}
