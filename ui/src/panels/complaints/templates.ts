/** What people often say, as far as it fits what is being written. */

import type { App } from "../../app";
import type { RecordId, VoiceTemplate } from "../../contract";
import { folded } from "../../folded";
import { analysisOf, placeOf } from "../told";
import type { Draft } from "./voices";

/** The templates that begin with or hold what was typed, of whose voice it is; first what was found at the same place. */
export function suggested(
  templates: readonly VoiceTemplate[],
  draft: Draft,
  found: ReadonlySet<string>,
): VoiceTemplate[] {
  // They are complaints; a demand or an idea is in people's own words.
  if (draft.kind !== "complaint") return [];
  const typed = plain(draft.text);
  const fitting = templates.filter(
    (it) => it.voice === draft.voice && plain(it.text) !== typed && plain(it.text).includes(typed),
  );
  const isFound = (it: VoiceTemplate) => it.detectors.some((code) => found.has(code));
  return [...fitting.filter(isFound), ...fitting.filter((it) => !isFound(it))];
}

/** The codes of what was found at any of `steps`. */
export function foundAt(app: App, steps: readonly RecordId[]): ReadonlySet<string> {
  const findings = analysisOf(app)?.findings ?? [];
  const here = findings.filter((it) => placeOf(app, it).some((id) => steps.includes(id)));
  return new Set(here.map((it) => it.detector));
}

/** Widths of letters and blanks make no difference. */
function plain(text: string): string {
  return folded(text).replace(/\s/g, "");
}
