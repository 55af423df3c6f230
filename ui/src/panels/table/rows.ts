/** The rows of the table: every step, branch and event in the order of the list, each cell as people write it. */
import type { ComplaintFields, EdgeFields, RecordId, View } from "../../contract";
import { t } from "../../text";
import { nameOf } from "../../tools/graph";
import { complaintsOf, edgesOf, type FlowNode, type Numbered, nodesOf } from "../flow-records";
import { percent } from "../outline/cards";
import { type Words, wordIn } from "../words";
import type { ColumnId, TableColumn } from "./columns";
import { callsOf, figure, stepTexts } from "./step-texts";

export type Texts = Readonly<Partial<Record<ColumnId, string>>>;

export interface TableRow {
  id: RecordId;
  is: FlowNode["is"];
  /** What stands in each cell; nothing where it is not known. */
  texts: Texts;
}

/** What is counted once for all rows. */
interface Around {
  view: View;
  words: Words | undefined;
  onward: ReadonlyMap<RecordId, Numbered<EdgeFields>[]>;
  calls: ReadonlyMap<RecordId, string>;
  voices: ReadonlyMap<RecordId, number>;
}

/** Asked for whenever anything of the window changes; records and words seldom do. */
let known:
  | { records: View["records"]; words: Words | undefined; rows: readonly TableRow[] }
  | undefined;

/** A row that is as it was is the same row: the table makes anew only what changed. */
export function rowsOf(view: View, words: Words | undefined): readonly TableRow[] {
  if (known?.records === view.records && known.words === words) return known.rows;
  const before = new Map(known?.rows.map((row) => [row.id, row]));
  const nodes = nodesOf(view);
  const around = {
    view,
    words,
    calls: callsOf(nodes),
    onward: grouped(edgesOf(view), ({ fields }) => fields.from),
    voices: voicesOf(complaintsOf(view)),
  };
  let number = 0;
  const rows = nodes.map((node): TableRow => {
    if (node.is === "step") number += 1;
    const made = { id: node.id, is: node.is, texts: textsOf(node, number, around) };
    const had = before.get(node.id);
    return had && isSame(had.texts, made.texts) ? had : made;
  });
  known = { records: view.records, words, rows };
  return rows;
}

function isSame(one: Texts, other: Texts): boolean {
  const [a, b] = [Object.entries(one), Object.entries(other)];
  return a.length === b.length && a.every(([id, text]) => other[id as ColumnId] === text);
}

/** Whether a row can have something in a column; a new row will be a step. */
export function fits(row: TableRow | undefined, column: TableColumn): boolean {
  return column.isOfAll === true || row === undefined || row.is === "step" || column.id === "kind";
}

/** Whether a person can write there. */
export function isOpen(row: TableRow | undefined, column: TableColumn): boolean {
  const isOwn = row === undefined || row.is === "step" || column.isOfAll === true;
  return !column.isShown && isOwn;
}

function textsOf(node: FlowNode, number: number, around: Around): Texts {
  const { view, words } = around;
  const { fields } = node;
  const texts: Partial<Record<ColumnId, string>> = {
    name: fields.name,
    lane: nameOf(view, `lane/${fields.lane}`),
    phase: fields.phase === undefined ? "" : nameOf(view, `phase/${fields.phase}`),
    next: nextOf(node.id, around),
    voices: figure(around.voices.get(node.id)),
  };
  const record = view.records[node.id];
  if (!record) return texts;
  if ("step" in record) {
    Object.assign(texts, stepTexts(record.step, around), { number: String(number) });
  } else if ("gateway" in record) {
    texts.kind = wordIn(words, "gateway_kind", record.gateway.kind);
  } else if ("event" in record) {
    texts.kind = wordIn(words, "event_kind", record.event.kind);
  }
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ""));
}

/** Where a node leads, with what is asked there. */
function nextOf(id: RecordId, { view, onward }: Around): string {
  const ways = onward.get(id) ?? [];
  const words = ways.map(({ fields: { to, condition, share } }) => {
    const name = nameOf(view, to) || t("ui-cards-nameless");
    const of = share === undefined ? {} : { share: percent(share) };
    if (condition && share !== undefined)
      return t("ui-cards-condition-share", { condition, ...of, name });
    if (condition) return t("ui-cards-condition", { condition, name });
    return share === undefined ? name : t("ui-cards-share", { ...of, name });
  });
  return words.join("、");
}

function voicesOf(complaints: readonly Numbered<ComplaintFields>[]): Map<RecordId, number> {
  const counts = new Map<RecordId, number>();
  for (const { fields } of complaints) {
    for (const id of fields.steps ?? []) {
      counts.set(id, (counts.get(id) ?? 0) + Math.round(fields.count ?? 1));
    }
  }
  return counts;
}

function grouped<T>(all: readonly T[], by: (one: T) => RecordId): Map<RecordId, T[]> {
  const groups = new Map<RecordId, T[]>();
  for (const one of all) {
    const had = groups.get(by(one));
    if (had) had.push(one);
    else groups.set(by(one), [one]);
  }
  return groups;
}
