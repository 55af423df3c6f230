/** What is sent when a voice is written, changed, moved and removed. */
import { expect, test } from "vitest";
import type { Command, ComplaintFields, VoiceTemplate } from "../../contract";
import { drawn } from "../drawn";
import { complaintsOf } from "../flow-records";
import {
  changed,
  created,
  draftOf,
  next,
  putOn,
  removed,
  type Said,
  settled,
  takenOff,
  without,
} from "./voices";

const VIEW = drawn({
  nodes: [["step/1"], ["step/2"]],
  voices: [
    { steps: ["step/1"], text: "二度書く", count: 3, severity: 2, template: "written-again" },
  ],
});

const FIRST = { text: "", voice: "staff", kind: "complaint" };

function voice(): Said {
  const [first] = complaintsOf(VIEW);
  if (!first) throw new Error("the view has voices");
  return first;
}

/** The record that the one command within `many` writes. */
function written(command: Command): ComplaintFields | undefined {
  const [only] = command.type === "many" ? command.commands : [];
  const record = only && "record" in only ? only.record : undefined;
  return record && "complaint" in record ? record.complaint : undefined;
}

test("a voice is written on the chosen steps, without what nobody said", () => {
  const draft = { ...FIRST, text: " 同じことを書く " };
  expect(created(VIEW, draft, ["step/1", "step/2"], () => 100)).toEqual({
    type: "many",
    title: "ui-voices-add",
    commands: [
      {
        type: "create",
        id: "complaint/100",
        record: {
          complaint: {
            flow: 1,
            steps: ["step/1", "step/2"],
            voice: "staff",
            kind: "complaint",
            text: "同じことを書く",
          },
        },
      },
    ],
  });
});

test("without a chosen step it is about the whole", () => {
  const command = created(VIEW, { ...FIRST, text: "遅い" }, [], () => 100);
  expect(written(command)).not.toHaveProperty("steps");
});

test("changing a voice keeps its steps and forgets what was taken away", () => {
  const draft = without(draftOf(voice().fields), "count");
  const command = changed(voice(), { ...draft, text: "三度書く" });
  expect(command).toMatchObject({ type: "many", title: "ui-voices-changed" });
  expect(written(command)).toEqual({
    flow: 1,
    steps: ["step/1"],
    voice: "staff",
    kind: "complaint",
    text: "三度書く",
    severity: 2,
    template: "written-again",
  });
});

test("a voice is put on more steps once each, and taken off one by one", () => {
  const more = putOn(voice(), ["step/2", "step/1"]);
  expect(written(more)?.steps).toEqual(["step/1", "step/2"]);
  expect(more).toMatchObject({ title: "ui-voices-put-on" });
  const off = takenOff(voice(), "step/1");
  expect(written(off)).not.toHaveProperty("steps");
  expect(written(off)?.text).toBe("二度書く");
  expect(off).toMatchObject({ title: "ui-voices-taken-off" });
});

test("removing says in undo that it was a voice", () => {
  expect(removed(voice())).toEqual({
    type: "many",
    title: "ui-voices-removed",
    commands: [{ type: "remove", id: "complaint/1" }],
  });
});

test("the next voice has the words and numbers of nobody, and the source of the last", () => {
  const draft = { ...FIRST, text: "遅い", count: 3, severity: 2, source: "survey", template: "a" };
  expect(next(draft)).toEqual({ ...FIRST, source: "survey" });
});

const TEMPLATES: VoiceTemplate[] = [
  { id: "prints", voice: "staff", text: "印刷している", detectors: ["M01"], hints: [] },
  { id: "again", voice: "resident", text: "何度も書く", detectors: ["E03"], hints: [] },
];

test("words keep the template they were begun with until they are gone or another's", () => {
  const kept = { ...FIRST, text: "印刷している。毎日だ", template: "prints" };
  expect(settled(kept, TEMPLATES)).toEqual(kept);
  expect(settled({ ...kept, text: "" }, TEMPLATES)).not.toHaveProperty("template");
  expect(settled({ ...kept, voice: "resident" }, TEMPLATES)).not.toHaveProperty("template");
  expect(settled({ ...FIRST, text: "印刷している" }, TEMPLATES).template).toBe("prints");
  expect(settled({ ...kept, template: "of-a-later-kaizu" }, TEMPLATES).template).toBe(
    "of-a-later-kaizu",
  );
});
