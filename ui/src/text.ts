/** The texts a person reads: from the one catalogue that Rust hands over at start. */
import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { Language } from "./contract";

export type Values = Record<string, string | number>;

let bundle: FluentBundle | undefined;

/** From here on `t` speaks `language`. */
export function learn(language: Language, source: string): void {
  const next = new FluentBundle(language, { useIsolating: false });
  next.addResource(new FluentResource(source));
  bundle = next;
}

/** Whether the texts are there. */
export function hasTexts(): boolean {
  return bundle !== undefined;
}

/** The text called `id`; the id itself where nobody has written it. */
export function t(id: string, values?: Values): string {
  const pattern = bundle?.getMessage(id)?.value;
  return pattern ? (bundle?.formatPattern(pattern, values ?? null) ?? id) : id;
}
