/** The table says of a step what the notation says of it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { ModelRecord, StepFields } from "../../contract";
import { learn } from "../../text";
import { exampleView } from "../../tools/example-view";
import { nodesOf } from "../flow-records";
import { callsOf, stepTexts } from "./step-texts";

const TEXTS = join(import.meta.dirname, "../../../../crates/session/text/ja.ftl");
beforeAll(() => learn("ja", readFileSync(TEXTS, "utf8")));

const step = (number: number, name: string): Record<string, ModelRecord> =>
  ({ [`step/${number}`]: { step: { flow: 2, rank: number, name, lane: 3 } } }) as Record<
    string,
    ModelRecord
  >;

function texts(fields: object) {
  const view = exampleView({ ...step(20, "審査"), ...step(21, "審査"), ...step(22, "12") });
  const calls = callsOf(nodesOf(view));
  const known = { flow: 2, rank: 1, name: "甲", lane: 3, ...fields } as StepFields;
  return stepTexts(known, { view, words: undefined, calls });
}

test("a question that is open says nothing, and no is an answer", () => {
  expect(texts({})).toMatchObject({ judgement: "", remote: "", pressure: "", obligatory: "" });
  const answered = { needs_judgement: false, is_remote_feasible: true, is_under_pressure: true };
  expect(texts(answered)).toMatchObject({ judgement: "不要", remote: "できる", pressure: "はい" });
});

test("shares stand in percent, without what arithmetic adds", () => {
  const told = texts({ error_rate: 0.07, check: { catch_rate: 0.005 } });
  expect(told).toMatchObject({ error_rate: "7", catch_rate: "0.5" });
});

test("steps are called so that they are found again", () => {
  expect(texts({ because_of: [20, 21, 22] }).because_of).toBe("審査#1、審査#2、「12」");
  expect(texts({}).because_of).toBe("");
});
