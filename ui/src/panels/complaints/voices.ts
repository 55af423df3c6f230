/** Voices as they are written: what a form holds, and the commands it leads to. */
import type { Ids } from "../../app";
import type { Command, ComplaintFields, RecordId, View, VoiceTemplate } from "../../contract";
import { t } from "../../text";
import { numberOf } from "../../tools/graph";
import type { Numbered } from "../flow-records";

export type Said = Numbered<ComplaintFields>;

/** A voice while it is written. */
export interface Draft {
  text: string;
  voice: string;
  kind: string;
  count?: number;
  severity?: number;
  source?: string;
  template?: string;
}

export function draftOf(fields: ComplaintFields): Draft {
  const { text, voice, kind, count, severity, source, template } = fields;
  return {
    text,
    voice,
    kind,
    ...(count === undefined ? {} : { count }),
    ...(typeof severity === "number" ? { severity } : {}),
    ...(typeof source === "string" ? { source } : {}),
    ...(typeof template === "string" ? { template } : {}),
  };
}

/** The next voice after `draft`: whoever said it and wherever it was heard often said more. */
export function next({ voice, kind, source }: Draft): Draft {
  return { text: "", voice, kind, ...(source === undefined ? {} : { source }) };
}

/** `draft` without one of the things that need not be known. */
export function without(draft: Draft, what: "count" | "severity" | "source" | "template"): Draft {
  const { [what]: _gone, ...rest } = draft;
  return rest;
}

/** `draft` with the template that its words come from: that of the very words, or the one it was begun with. */
export function settled(draft: Draft, templates: readonly VoiceTemplate[]): Draft {
  const own = templates.filter((it) => it.voice === draft.voice);
  const same = own.find((it) => it.text === draft.text.trim());
  if (same) return { ...draft, template: same.id };
  const known = templates.find((it) => it.id === draft.template);
  const isForeign = known !== undefined && !own.includes(known);
  return draft.text.trim() === "" || isForeign ? without(draft, "template") : draft;
}

/** Writes a voice about `steps`, or about the flow as a whole where there are none. */
export function created(view: View, draft: Draft, steps: readonly RecordId[], ids: Ids): Command {
  const complaint: ComplaintFields = {
    flow: numberOf(view.flow),
    ...(steps.length > 0 ? { steps: [...steps] } : {}),
    ...cleaned(draft),
  };
  const id = `complaint/${ids()}`;
  return called("ui-voices-add", { type: "create", id, record: { complaint } });
}

/** Writes it anew; what the form does not show stays. */
export function changed({ id, fields }: Said, draft: Draft): Command {
  const {
    count: _count,
    severity: _severity,
    source: _source,
    template: _template,
    ...rest
  } = fields;
  const complaint = { ...rest, ...cleaned(draft) };
  return called("ui-voices-changed", { type: "revise", id, record: { complaint } });
}

/** Puts it on more steps. */
export function putOn({ id, fields }: Said, steps: readonly RecordId[]): Command {
  const all = new Set([...(fields.steps ?? []), ...steps]);
  const complaint = { ...fields, steps: [...all] };
  return called("ui-voices-put-on", { type: "revise", id, record: { complaint } });
}

/** Takes it off a step; off the last one it is about the flow as a whole. */
export function takenOff({ id, fields }: Said, step: RecordId): Command {
  const { steps = [], ...rest } = fields;
  const left = steps.filter((it) => it !== step);
  const complaint = { ...rest, ...(left.length > 0 ? { steps: left } : {}) };
  return called("ui-voices-taken-off", { type: "revise", id, record: { complaint } });
}

export function removed({ id }: Said): Command {
  return called("ui-voices-removed", { type: "remove", id });
}

/** Of many kinds of records, undo says that it was a voice, and what became of it. */
function called(title: string, command: Command): Command {
  return { type: "many", title: t(title), commands: [command] };
}

function cleaned(draft: Draft): Draft {
  return { ...draft, text: draft.text.trim() };
}
