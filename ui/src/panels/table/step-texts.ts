/** What a table says of a step, cell by cell: in the words in which Rust reads it again. */
import type { RecordId, StepFields, View } from "../../contract";
import { t } from "../../text";
import { nameOf } from "../../tools/graph";
import type { FlowNode } from "../flow-records";
import { type Words, wordIn } from "../words";
import type { Answers, ColumnId } from "./columns";

interface Around {
  view: View;
  words: Words | undefined;
  /** How each node is called where another one names it. */
  calls: ReadonlyMap<RecordId, string>;
}

type Texts = Partial<Record<ColumnId, string>>;

export function stepTexts(step: StepFields, around: Around): Texts {
  return {
    ...workTexts(step, around),
    ...checkTexts(step, around),
    ...reasonTexts(step, around),
    ...judgedTexts(step, around),
  };
}

/** What is done, on what, and how long it takes. */
function workTexts(step: StepFields, { view, words }: Around): Texts {
  const items = (accesses: StepFields["reads"]) =>
    list(accesses?.map(({ item }) => nameOf(view, `item/${item}`)));
  return {
    kind: wordIn(words, "step_kind", step.kind),
    media: mediaOf(step, words),
    system: step.system ?? "",
    other_systems: list(step.other_systems),
    role: step.role ?? "",
    minutes: figure(step.minutes),
    method: wordIn(words, "method", step.method),
    wait: figure(step.wait),
    wait_cause: wordIn(words, "wait_cause", step.wait_cause),
    people: figure(step.people),
    batch: wordIn(words, "batch", step.batch),
    batch_size: figure(step.batch_size),
    reads: items(step.reads),
    writes: items(step.writes),
    note: step.note ?? "",
  };
}

function checkTexts({ check = {} }: StepFields, { words }: Around): Texts {
  return {
    check_object: check.object ?? "",
    check_aspects: list(check.aspects),
    check_against: check.against ?? "",
    check_reason: wordIn(words, "check_reason", check.reason),
    check_independent_of: check.independent_of ?? "",
    check_why: check.why_it_began ?? "",
    catch_rate: percentage(check.catch_rate),
  };
}

/** Why it is done, and what that demands. */
function reasonTexts(step: StepFields, { view, words, calls }: Around): Texts {
  const attached = step.attachments?.map((item) => nameOf(view, `item/${item}`));
  const origins = step.because_of?.map((id) => calls.get(`step/${id}`) ?? "");
  return {
    basis: wordIn(words, "basis", step.basis),
    article: step.article ?? "",
    changeable_by: wordIn(words, "authority", step.changeable_by),
    obligatory: step.is_obligatory ? answer("true", true) : "",
    seals: (step.seals ?? []).map((seal) => wordIn(words, "seal_kind", seal)).join("、"),
    sheets: figure(step.sheets),
    attachments: list(attached),
    began: step.began ?? "",
    because_of: origins?.join("、") ?? "",
  };
}

/** What it is worth, how it may fail, and how residents meet it. */
function judgedTexts(step: StepFields, { words }: Around): Texts {
  return {
    judgement: answer("needed", step.needs_judgement),
    error_rate: percentage(step.error_rate),
    value: wordIn(words, "value_class", step.value),
    routine: wordIn(words, "routine", step.routine),
    pressure: step.is_under_pressure ? answer("true", true) : "",
    contact: wordIn(words, "contact", step.contact),
    channel: wordIn(words, "channel", step.channel),
    travel: figure(step.travel),
    remote: answer("possible", step.is_remote_feasible),
  };
}

/** The word for yes or no; nothing where it is not known. */
function answer(of: Answers, value: boolean | undefined): string {
  if (value === undefined) return "";
  const [yes, no] = answersTo(of);
  return value ? yes : no;
}

export function answersTo(of: Answers): readonly [yes: string, no: string] {
  switch (of) {
    case "needed":
      return [t("ui-step-judgement-needed"), t("ui-step-judgement-none")];
    case "possible":
      return [t("ui-step-remote-possible"), t("ui-step-remote-not")];
    case "true":
      return [t("ui-table-yes"), t("ui-table-no")];
  }
}

/** One word where nothing changes, else from what to what. */
function mediaOf({ medium_in: before, medium_out: after }: StepFields, words?: Words): string {
  if (before === undefined && after === undefined) return "";
  const [from, to] = [wordIn(words, "medium", before), wordIn(words, "medium", after)];
  return from === to ? from : `${from}→${to}`;
}

export function figure(value: number | undefined): string {
  return value === undefined || value === null ? "" : String(Math.round(value * 10000) / 10000);
}

/** A share as its column counts it. */
function percentage(share: number | undefined): string {
  return figure(share === undefined ? undefined : share * 100);
}

/** How others name each node: by its name, of several alike by which of them it is, without one by its number in the list. */
export function callsOf(nodes: readonly FlowNode[]): ReadonlyMap<RecordId, string> {
  const many = new Map<string, number>();
  for (const { fields } of nodes) many.set(fields.name, (many.get(fields.name) ?? 0) + 1);
  const seen = new Map<string, number>();
  let number = 0;
  return new Map(
    nodes.map(({ id, is, fields: { name } }) => {
      if (is === "step") number += 1;
      const nth = (seen.get(name) ?? 0) + 1;
      seen.set(name, nth);
      if (name === "") return [id, String(number)];
      // What would be taken for a number or a key is a name.
      const call = /^[\d０-９]+$|[#＃]/.test(name) ? inQuotes(name) : quoted(name);
      return [id, (many.get(name) ?? 0) > 1 ? `${call}#${nth}` : call];
    }),
  );
}

/** Names with 、 between them; in 「」 what would be read as several, or as something else. */
function list(names: readonly string[] | undefined): string {
  return (names ?? []).map(quoted).join("、");
}

export function quoted(name: string): string {
  return /[、,，「」｢｣<>＜＞〈〉()（）[\]［］【】"“”\n\r\t\\]/.test(name) ? inQuotes(name) : name;
}

function inQuotes(name: string): string {
  const inside = name
    .replace(/[\\「」｢｣]/g, "\\$&")
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r");
  return `「${inside.replace(/\t/g, "\\t")}」`;
}
