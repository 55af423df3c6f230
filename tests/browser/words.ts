/** The words on the screen, from the catalogue itself: a story names what a person reads, in either language. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { repository } from "./program";

export type Language = "ja" | "en";

/** Says a text of the catalogue. */
export type Say = (id: string, values?: Record<string, string | number>) => string;

/** The words of `language`; an id that is not there fails the story. */
export function words(language: Language): Say {
  const source = readFileSync(join(repository, `crates/session/text/${language}.ftl`), "utf8");
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource(new FluentResource(source));
  return (id, values) => {
    const pattern = bundle.getMessage(id)?.value;
    if (!pattern) {
      throw new Error(`the catalogue lacks ${id}`);
    }
    return bundle.formatPattern(pattern, values);
  };
}
