/** Whether what was pasted is worth being looked at as a list. */
import type { Pasted } from "../../app";

/** Several lines or cells. One cell of a table is a word like any other; a page without letters is judged by its tags. */
export function isList({ text, html }: Pasted): boolean {
  if (text.trim() === "") return /<(table|li)\b/i.test(html);
  return /\S\s*[\n\t]\s*\S/.test(text);
}
