/** Voices as they are written: what a form holds, and the commands it leads to. */
import type { Ids } from "../../app";
import type { Command, ComplaintFields, RecordId, View } from "../../contract";
import { numberOf } from "../../tools/graph";
import { complaintsOf, type Numbered } from "../flow-records";

/** By which other parts of the window put the cursor into the field for the next voice. */
export const NEW_VOICE = "new-voice";

/** A voice while it is written. */
export interface Draft {
  text: string;
  voice: string;
  kind: string;
  count?: number;
  severity?: number;
  source?: string;
}

/** What most voices of a workshop are. */
export const FIRST: Draft = { text: "", voice: "staff", kind: "complaint" };

/** The voices about any of `steps`. */
export function voicesOn(view: View, steps: readonly RecordId[]): Numbered<ComplaintFields>[] {
  return complaintsOf(view).filter((voice) => voice.fields.steps?.some((id) => steps.includes(id)));
}

export function draftOf(fields: ComplaintFields): Draft {
  const { text, voice, kind, count, severity, source } = fields;
  return {
    text,
    voice,
    kind,
    ...(count === undefined ? {} : { count }),
    ...(typeof severity === "number" ? { severity } : {}),
    ...(typeof source === "string" ? { source } : {}),
  };
}

/** Writes a voice about `steps`, or about the flow as a whole where there are none. */
export function created(
  view: View,
  draft: Draft,
  steps: readonly RecordId[],
  title: string,
  ids: Ids,
): Command {
  const complaint: ComplaintFields = {
    flow: numberOf(view.flow),
    ...(steps.length > 0 ? { steps: [...steps] } : {}),
    ...cleaned(draft),
  };
  const create: Command = { type: "create", id: `complaint/${ids()}`, record: { complaint } };
  // Of many kinds of records, undo says that it was a voice.
  return { type: "many", title, commands: [create] };
}

/** Writes it anew; what the form does not show stays. */
export function changed(voice: Numbered<ComplaintFields>, draft: Draft): Command {
  const { count: _count, severity: _severity, source: _source, ...rest } = voice.fields;
  const complaint = { ...rest, ...cleaned(draft) };
  return { type: "revise", id: voice.id, record: { complaint } };
}

function cleaned(draft: Draft): Draft {
  return { ...draft, text: draft.text.trim() };
}
