/** What is offered while a voice is written, and how its kind is changed by keys. */
import { expect, test } from "vitest";
import type { VoiceTemplate } from "../../contract";
import { suggested } from "./templates";
import { turned } from "./to-voice";

const template = (id: string, voice: "staff" | "resident", text: string): VoiceTemplate => ({
  id,
  voice,
  text,
  detectors: [id],
  hints: [],
});

const TEMPLATES = [
  template("M01", "staff", "電子申請を印刷している"),
  template("M02", "staff", "紙やExcelに作り直している"),
  template("E03", "resident", "何度も書かされる"),
];

const FIRST = { text: "", voice: "staff", kind: "complaint" };

function offered(change: Partial<typeof FIRST>, found: string[] = []): string[] {
  return suggested(TEMPLATES, { ...FIRST, ...change }, new Set(found)).map(({ id }) => id);
}

test("staff are offered what staff say, residents what residents say", () => {
  expect(offered({})).toEqual(["M01", "M02"]);
  expect(offered({ voice: "resident" })).toEqual(["E03"]);
});

test("what was found at the step is offered first", () => {
  expect(offered({}, ["M02"])).toEqual(["M02", "M01"]);
});

test("only what holds the letters typed is offered, whatever their width", () => {
  expect(offered({ text: "ｅｘｃｅｌ" })).toEqual(["M02"]);
  expect(offered({ text: "電子申請を印刷している" })).toEqual([]);
  expect(offered({ text: "別のこと" })).toEqual([]);
});

test("a demand or an idea is in people's own words", () => {
  expect(offered({ kind: "demand" })).toEqual([]);
});

test("up and down change whose voice it is, left and right its kind, round and round", () => {
  const words = { voices: ["staff", "resident"], kinds: ["complaint", "demand", "idea"] };
  const turn = (key: string, from = FIRST) => turned(from, key, words);
  expect(turn("ArrowDown")).toEqual({ voice: "resident", kind: "complaint" });
  expect(turn("ArrowUp")).toEqual({ voice: "resident", kind: "complaint" });
  expect(turn("ArrowRight")).toEqual({ voice: "staff", kind: "demand" });
  expect(turn("ArrowLeft")).toEqual({ voice: "staff", kind: "idea" });
  expect(turn("s")).toBeUndefined();
});
