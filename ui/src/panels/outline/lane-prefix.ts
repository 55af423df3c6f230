/** What a person typed into the field for the next step: 「担当名：手順」, 「◇ 分岐」 or just the step. */
import type { LaneFields, RecordId } from "../../contract";
import { folded, isAlike } from "../../folded";
import type { Numbered } from "../flow-records";

export type NamedLane = { id: RecordId } | { name: string };

export interface Typed {
  name: string;
  /** The lane named before the colon: one that exists, or one to be made. */
  lane?: NamedLane;
  /** A branch, not a step. */
  isBranch?: true;
  /** The step that the first way of the branch leads to: 「もし、留守なら：電話する」. */
  first?: Pick<Typed, "name" | "lane">;
  /** Written further in: it belongs to the branch above. */
  isWithin?: true;
}

/** An arrow, with a share before it, or a blank: 「20% 足りない → 書類を出す」, 「→ 4」. An arrow between two media has neither. */
const WAY = /^(?:[^→⇒:：]*[%％][^→⇒:：]*|\s+[^→⇒:：]*|\s*)(?:→|⇒|->|=>)/;

/** Whether `text` says where a way of the branch above leads, and is no card of its own. */
export function isWay(text: string): boolean {
  return WAY.test(text);
}

/** Whether `text` says where it goes on, and nothing about when. */
export function isArrow(text: string): boolean {
  return /^\s*(?:→|⇒|->|=>)/.test(text);
}

/** Whether `word` says by itself that nothing follows, in either language whatever the window speaks. */
export function saysEnd(word: string): boolean {
  return /^(?:終わり|ここまで|end|stop)$/.test(word);
}

/** A share and a condition, and no arrow: the rest of a branch, which goes on to the next step. */
const REST = /^\s*約?\s*[\d０-９.．]+\s*[%％](?!.*(?:→|⇒|->|=>))\s*\S/;

/** An arrow behind a condition; within a bracket, or behind a lane, it is no way. */
const LED = /^([^→⇒:：[［]+?)\s*(?:→|⇒|->|=>)\s*(\S.*)?$/;

/** Media as people write them, so that an arrow between two is none of a way: see crates/model/src/vocabulary.rs. */
const MEDIUM =
  /^(?:紙|電子(?:フォーム)?|業務システム|システム|エクセル|メール|ファック?ス|ファクス|電話|口頭|外部媒体|媒体|現金等?|証紙|小為替|不明|excel|fax|usb|e-?mail|mail|paper|electronic|form|system|spreadsheet|phone|voice|cash)/i;

/** Whether `text` says only how often and when the way that goes on is gone. */
export function isRest(text: string): boolean {
  return REST.test(text);
}

/** Whether `text` is a way wherever a branch waits for one. */
export function isWritten(text: string): boolean {
  return isWay(text) || isRest(text) || isLed(text);
}

function isLed(text: string): boolean {
  const [, before = "", behind = ""] = LED.exec(text.trim()) ?? [];
  const words = before.trim().split(/[\s　]+/);
  const isBetweenMedia =
    words.length > 1 && MEDIUM.test(words.at(-1) ?? "") && MEDIUM.test(behind.trim());
  return before.trim() !== "" && !isBetweenMedia;
}

/** What begins a branch, in either language whatever the window speaks; もしもし, もしくは and もしかすると do not. */
const BRANCH = /^(?:[◇◆]|もし(?!も|くは|か)[、,:：]?|(?:分岐|branch)\s*[:：])\s*(.*)$/is;

/** A colon between two figures is a time of day or a ratio. */
const PREFIX = /^([^:：]+)[:：](.*)$/s;

export function readTyped(text: string, lanes: readonly Numbered<LaneFields>[]): Typed {
  const typed = readLine(text.trim(), lanes);
  return /^\s+\S/.test(text) ? { ...typed, isWithin: true } : typed;
}

function readLine(whole: string, lanes: readonly Numbered<LaneFields>[]): Typed {
  const [, asked] = BRANCH.exec(whole) ?? [];
  if (asked !== undefined) {
    const typed = withLane(asked, lanes);
    return whole.startsWith("もし") && typed.lane && "name" in typed.lane
      ? ifSo(typed.lane.name, typed.name, lanes)
      : { ...typed, isBranch: true };
  }
  const typed = withLane(whole, lanes);
  const [, within] = BRANCH.exec(typed.name) ?? [];
  return within === undefined || !typed.lane ? typed : { ...typed, name: within, isBranch: true };
}

/** Before the colon stands when, and behind it what is done then: nobody is called 「留守なら」. */
function ifSo(when: string, done: string, lanes: readonly Numbered<LaneFields>[]): Typed {
  const typed: Typed = { name: when, isBranch: true };
  return done === "" ? typed : { ...typed, first: withLane(done, lanes) };
}

function withLane(whole: string, lanes: readonly Numbered<LaneFields>[]): Typed {
  const [, before, after] = PREFIX.exec(whole) ?? [];
  const lane = before?.trim() ?? "";
  const name = after?.trim() ?? "";
  if (lane === "" || (isFigure(lane.at(-1)) && isFigure(name.at(0)))) return { name: whole };
  const known = lanes.find((it) => isAlike(it.fields.name, lane));
  return { name, lane: known ? { id: known.id } : { name: lane } };
}

function isFigure(letter: string | undefined): boolean {
  return letter !== undefined && /\p{Nd}/u.test(letter);
}

/** What kind of party a lane of this name is, as crates/model/src/notation/guess.rs has it; the lane's fields can change it. */
export function kindOfLane(name: string): string {
  const text = folded(name);
  const found = KINDS.find(([, words]) => words.some((word) => text.includes(word)));
  return found?.[0] ?? (BODIES.test(text) ? "external" : "staff");
}

const KINDS: readonly (readonly [string, readonly string[]])[] = [
  ["business", ["事業者", "business", "company"]],
  ["contractor", ["センター", "業者", "委託", "contractor"]],
  ["accounting", ["会計", "accounting"]],
  ["role", ["課長", "係長", "部長", "局長", "市長", "町長", "村長", "室長", "主幹", "manager"]],
  ["staff", ["担当", "窓口", "係", "課"]],
  ["resident", ["住民", "市民", "申請者", "世帯", "本人", "resident", "citizen", "applicant"]],
  ["system", ["システム", "system"]],
  ["external", ["金融機関", "銀行", "bank"]],
];

/** Other public bodies. */
const BODIES = /^[県国都府道]$|県$/;
