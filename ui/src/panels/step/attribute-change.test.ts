/** What is pressed on a check stands on what was pressed before it, in this step and in each of several. */
import { expect, test } from "vitest";
import type { Command, View } from "../../contract";
import { noting } from "../../tools/example-act";
import { drawn } from "../drawn";
import { changeAttribute } from "./attribute";

type Made = (ids: () => number, view: View) => Command;

function withCheck(view: View, id: string, check: object): View {
  const step = { ...Object.values(view.records[id] ?? {})[0], check };
  return { ...view, records: { ...view.records, [id]: { step } } } as View;
}

test("a change is made from what each step holds when its turn comes", () => {
  const { act, asked } = noting();
  const aspect = (word: string) => (had: unknown) => {
    const { aspects = [], ...rest } = (had ?? {}) as { aspects?: string[] };
    return { ...rest, aspects: [...aspects, word] };
  };
  void changeAttribute(act, ["step/1", "step/2"], "check", aspect("住所"));
  const [, make] = asked[0] as ["send", Made];
  // Meanwhile another press has arrived.
  const shown = drawn({ nodes: [["step/1"], ["step/2"]] });
  const view = withCheck(withCheck(shown, "step/1", { aspects: ["氏名"] }), "step/2", {
    object: "申請書",
  });
  const command = make(() => 1, view);
  expect(command.type === "many" && command.commands).toEqual([
    {
      type: "set_attribute",
      id: "step/1",
      attribute: "check",
      value: { aspects: ["氏名", "住所"] },
    },
    {
      type: "set_attribute",
      id: "step/2",
      attribute: "check",
      value: { object: "申請書", aspects: ["住所"] },
    },
  ]);
});
