/** What is sent when the next card is written. */
import { expect, test } from "vitest";
import { drawn } from "../drawn";
import { added, type Wanted } from "./add";

const WANTED: Wanted = {
  typed: { name: "入力する" },
  lane: "lane/2",
  after: undefined,
  firstLane: "担当",
  starters: ["担当"],
  title: "手順を書く",
  ifSo: "はい",
};

function counter() {
  let next = 100;
  return () => next++;
}

test("the first card of all follows nothing", () => {
  const { command, step } = added(drawn({ lanes: ["住民", "担当"], nodes: [] }), WANTED, counter());
  expect(step).toBe("step/100");
  expect(command).toEqual({
    type: "add_step",
    step: 100,
    flow: 1,
    lane: 2,
    name: "入力する",
    after: null,
    edge: 101,
  });
});

test("a card behind another one names it", () => {
  const view = drawn({ lanes: ["住民", "担当"], nodes: [["step/1"]] });
  const { command } = added(view, { ...WANTED, after: "step/1" }, counter());
  expect(command).toMatchObject({ type: "add_step", after: "step/1" });
});

test("a lane typed before the colon is made below the others, in the same undo step", () => {
  const view = drawn({ lanes: ["住民"], nodes: [] });
  const typed = { name: "受け取る", lane: { name: "市民窓口" } };
  const { command, step } = added(view, { ...WANTED, typed }, counter());
  expect(step).toBe("step/101");
  expect(command).toMatchObject({
    type: "many",
    commands: [
      { type: "create", id: "lane/100", record: { lane: { name: "市民窓口", kind: "staff" } } },
      { type: "add_step", step: 101, lane: 100 },
    ],
  });
});

test("without any lane one is made", () => {
  const view = drawn({ lanes: [], nodes: [] });
  const { command } = added(view, { ...WANTED, lane: undefined }, counter());
  expect(command).toMatchObject({ commands: [{ record: { lane: { name: "担当" } } }, {}] });
});

test("behind an end the card goes into the arrow that leads there", () => {
  const view = drawn({
    nodes: [["step/1"], ["gateway/2"]],
    arrows: [["step/1", "gateway/2"]],
  });
  const ends = {
    ...view,
    records: {
      ...view.records,
      "event/2": { event: { flow: 1, rank: 9, name: "終わり", lane: 1, kind: "end" } },
      "edge/1": { edge: { flow: 1, from: "step/1", to: "event/2", split: "sequence" } },
    },
  };
  const { command } = added(ends, { ...WANTED, after: "event/2" }, counter());
  expect(command).toMatchObject({ type: "insert_step", into: 1, step: 100, edge: 101 });
});

test("a branch behind a card is written with what is asked there", () => {
  const view = drawn({ lanes: ["住民", "担当"], nodes: [["step/1"]] });
  const typed = { name: "可否", isBranch: true } as const;
  const { command, step } = added(view, { ...WANTED, typed, after: "step/1" }, counter());
  expect(step).toBe("gateway/100");
  expect(command).toEqual({
    type: "add_gateway",
    gateway: 100,
    flow: 1,
    lane: 2,
    kind: "branch",
    name: "可否",
    after: "step/1",
    edge: 101,
  });
});

test("a lane that nobody used since the beginning makes room for one of its kind that is meant", () => {
  const view = drawn({ lanes: ["住民", "担当"], nodes: [["step/1"]] });
  const typed = { name: "受ける", lane: { name: "窓口係" } };
  const { command, lane } = added(view, { ...WANTED, typed }, counter());
  expect(lane).toBe("lane/2");
  expect(command).toMatchObject({
    type: "many",
    commands: [
      { type: "revise", id: "lane/2", record: { lane: { name: "窓口係", rank: 65537 } } },
      { type: "add_step", lane: 2 },
    ],
  });
  const other = { ...WANTED, typed: { name: "決める", lane: { name: "係長" } } };
  expect(added(view, other, counter()).command).toMatchObject({
    commands: [{ type: "create" }, { type: "add_step" }],
  });
});

test("what is done then is the first way of its branch, in one undo step", () => {
  const view = drawn({ lanes: ["住民", "担当"], nodes: [["step/1"]] });
  const typed = { name: "留守なら", isBranch: true, first: { name: "電話する" } } as const;
  const { command, step, branch } = added(view, { ...WANTED, typed, after: "step/1" }, counter());
  expect([step, branch]).toEqual(["step/102", "gateway/100"]);
  expect(command).toMatchObject({
    type: "many",
    commands: [
      { type: "add_gateway", gateway: 100, name: "留守なら", after: "step/1" },
      { type: "add_step", step: 102, lane: 2, name: "電話する", after: "gateway/100", edge: 103 },
      { type: "set_attribute", id: "edge/103", attribute: "condition", value: "はい" },
    ],
  });
});
