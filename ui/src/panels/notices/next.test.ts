/** The hint of the moment. */
import { expect, test } from "vitest";
import type { App } from "../../app";
import type { ModelRecord, View } from "../../contract";
import { EMPTY } from "../../store";
import { doneIn, nextHint } from "./next";

const STEP = { step: { flow: 1, rank: 1, name: "", lane: 1 } } satisfies ModelRecord;
const VOICE = { complaint: { flow: 1, voice: "", kind: "", text: "" } } satisfies ModelRecord;

function at(records: ModelRecord[], more: Partial<App> = {}): App {
  const view = {
    flow: "flow/1",
    flows: [{ id: "flow/1", name: "", variant: "as_is" }],
    project: { name: "", draft: true, read_only: false },
    records: Object.fromEntries(records.map((record, n) => [`x/${n}`, record])),
  } as unknown as View;
  return { ...EMPTY, screen: "project", view, ...more };
}

const NONE: ReadonlySet<string> = new Set();

test("an empty drawing asks for its first step", () => {
  expect(nextHint(at([]), NONE)).toBe("ui-hint-empty");
});

test("while a few steps are written nothing is said", () => {
  expect(nextHint(at([STEP]), NONE)).toBeUndefined();
});

test("voices come before findings, findings before a proposal", () => {
  const steps = [STEP, STEP, STEP];
  expect(nextHint(at(steps), NONE)).toBe("ui-hint-voices");
  expect(nextHint(at([...steps, VOICE]), NONE)).toBe("ui-hint-findings");
  expect(nextHint(at([...steps, VOICE]), new Set(["ui-hint-findings"]))).toBe("ui-hint-proposal");
});

test("before a composed to-be is changed by hand, it is said what that costs", () => {
  const base = at([STEP]);
  const flows = [
    { id: "flow/1", name: "", variant: "as_is" },
    { id: "flow/2", name: "", variant: "to_be", made_from: "flow/1" },
  ];
  const view = { ...base.view, flow: "flow/2", flows } as unknown as View;
  expect(nextHint({ ...base, view }, NONE)).toBe("ui-hint-by-hand");
});

test("what one has opened is not said again", () => {
  expect(doneIn(at([], { panel: "findings" }))).toBe("ui-hint-findings");
});

test("the start says nothing of steps", () => {
  expect(nextHint(at([], { screen: "start" }), NONE)).toBeUndefined();
});
