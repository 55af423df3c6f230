/** The words of the closed vocabularies, as people read them. */
import type { App } from "../app";

export type Words = NonNullable<App["hello"]>["vocabularies"];

/** The word for a value; the value itself where the vocabulary does not have it, nothing where there is none. */
export function wordIn(
  words: Words | undefined,
  vocabulary: string,
  value: string | undefined,
): string {
  if (value === undefined) return "";
  return words?.[vocabulary]?.find((word) => word.value === value)?.word ?? value;
}
