/** What is sent when a voice is written. */
import { expect, test } from "vitest";
import { drawn } from "../drawn";
import { complaintsOf } from "../flow-records";
import { changed, created, draftOf, FIRST, voicesOn } from "./voices";

const VIEW = drawn({
  nodes: [["step/1"], ["step/2"]],
  voices: [
    { steps: ["step/1"], text: "二度書く", count: 3, severity: 2, template: "retyping" },
    { steps: ["step/2"], text: "待つ", voice: "resident" },
    { text: "全体に遅い" },
  ],
});

test("a voice is written on the chosen steps, without what nobody said", () => {
  const draft = { ...FIRST, text: " 同じことを書く " };
  expect(created(VIEW, draft, ["step/1"], "声を書く", () => 100)).toEqual({
    type: "many",
    title: "声を書く",
    commands: [
      {
        type: "create",
        id: "complaint/100",
        record: {
          complaint: {
            flow: 1,
            steps: ["step/1"],
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
  expect(created(VIEW, { ...FIRST, text: "遅い" }, [], "声を書く", () => 100)).not.toHaveProperty(
    "commands[0].record.complaint.steps",
  );
});

test("the voices of a step are those that name it", () => {
  expect(voicesOn(VIEW, ["step/2"]).map((voice) => voice.fields.text)).toEqual(["待つ"]);
});

test("changing a voice keeps its steps and where it came from, and forgets a count taken away", () => {
  const [voice] = complaintsOf(VIEW);
  if (!voice) throw new Error("the view has voices");
  const { count: _count, ...draft } = draftOf(voice.fields);
  expect(changed(voice, { ...draft, text: "三度書く" })).toEqual({
    type: "revise",
    id: "complaint/1",
    record: {
      complaint: {
        flow: 1,
        steps: ["step/1"],
        voice: "staff",
        kind: "complaint",
        text: "三度書く",
        severity: 2,
        template: "retyping",
      },
    },
  });
});
