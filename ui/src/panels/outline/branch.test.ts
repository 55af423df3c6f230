/** Lines further in and the branch they belong to. */
import { expect, test } from "vitest";
import type { SentView } from "../../contract";
import { drawn } from "../drawn";
import { branchAt, endOfWay, joined } from "./branch";

const VIEW = drawn({ lanes: ["窓口"], nodes: [["step/1"], ["gateway/2"], ["step/3"]] });

test("a line belongs to the branch at or above the card it follows", () => {
  expect(branchAt(VIEW, "gateway/2")).toBe("gateway/2");
  expect(branchAt(VIEW, "step/3")).toBe("gateway/2");
  expect(branchAt(VIEW, "step/1")).toBe("step/1");
});

test("what follows a branch is reached from within it, too, unless that leads elsewhere already", () => {
  const step = { command: { type: "remove", id: "step/1" } as const, step: "step/9" };
  const made = joined(VIEW, { branch: "gateway/2", last: "step/3" }, step, {
    ids: () => 50,
    title: "書く",
  });
  expect(made).toMatchObject({
    type: "many",
    commands: [
      step.command,
      { type: "reorder", id: "step/9", place: { after: "step/3" } },
      { type: "connect", edge: 50, from: "step/3", to: "step/9" },
    ],
  });
});

test("behind a way one goes on at its last step, and at the branch where the way leads back", () => {
  const step = { step: {} };
  const sent = (records: object) => ({ records }) as SentView;
  expect(endOfWay(VIEW, sent({ "step/9": step, "step/8": step }), "gateway/2")).toBe("step/9");
  const back = { "step/9": step, "edge/10": { edge: { from: "step/9", to: "step/1" } } };
  expect(endOfWay(VIEW, sent(back), "gateway/2")).toBe("gateway/2");
  expect(endOfWay(VIEW, sent({}), "gateway/2")).toBe("gateway/2");
});
