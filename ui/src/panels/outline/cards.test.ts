/** The cards of a flow as people read them. */
import { expect, test } from "vitest";
import { drawn } from "../drawn";
import { cardsOf, numbersOf, sectionsOf } from "./cards";

test("steps are counted, branches are not", () => {
  const view = drawn({ nodes: [["step/1"], ["gateway/2"], ["step/3"]] });
  expect([...numbersOf(view)]).toEqual([
    ["step/1", 1],
    ["gateway/2", undefined],
    ["step/3", 2],
  ]);
});

test("a branch tells where it leads, with condition and share", () => {
  const view = drawn({
    nodes: [["gateway/1", { name: "不備はあるか" }], ["step/2", { name: "補正" }], ["step/3"]],
    arrows: [
      ["gateway/1", "step/2", { condition: "不備あり", share: 0.23 }],
      ["gateway/1", "step/3"],
    ],
  });
  expect(cardsOf(view)[0]?.ways).toEqual([
    { edge: "edge/1", condition: "不備あり", share: 23, to: "補正" },
    { edge: "edge/2", to: "step/3" },
  ]);
});

test("voices are counted as often as they were said, staff and residents apart", () => {
  const view = drawn({
    nodes: [["step/1"]],
    voices: [
      { steps: ["step/1"], count: 3 },
      { steps: ["step/1"] },
      { steps: ["step/1"], voice: "resident", count: 2 },
      { steps: [] },
    ],
  });
  expect(cardsOf(view)[0]).toMatchObject({ staff: 4, residents: 2 });
});

test("a heading stands where the phase changes", () => {
  const view = drawn({
    phases: ["受付", "審査"],
    nodes: [
      ["step/1", { phase: 1 }],
      ["step/2", { phase: 1 }],
      ["step/3", { phase: 2 }],
      ["step/4"],
    ],
  });
  expect(sectionsOf(view).map(({ name, cards }) => [name, cards.length])).toEqual([
    ["受付", 2],
    ["審査", 1],
    [undefined, 1],
  ]);
});

test("the cards stay the same objects until a record changes", () => {
  const view = drawn({ nodes: [["step/1"]] });
  expect(sectionsOf({ ...view, serial: 2 })).toBe(sectionsOf(view));
  expect(sectionsOf({ ...view, records: { ...view.records } })).not.toBe(sectionsOf(view));
});

test("a card that is as it was stays the same object when another changes", () => {
  const before = cardsOf(drawn({ nodes: [["step/1"], ["step/2", { name: "審査" }]] }));
  const after = cardsOf(drawn({ nodes: [["step/1"], ["step/2", { name: "決裁" }]] }));
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
});
