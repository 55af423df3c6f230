/** What the pointer means. @vitest-environment happy-dom */
import { expect, test } from "vitest";
import { under } from "./hit";

const root = new DOMParser().parseFromString(
  `<svg>
  <g data-id="lane/3"><title>窓口</title><rect class="band"/><rect class="head"/><text>窓口</text></g>
  <g data-id="edge/7"><path class="arrow"/></g>
  <g data-id="step/5"><rect class="box"/><text class="name">受け付ける</text></g>
  <circle data-handle="step/5"/>
</svg>`,
  "text/html",
).body;
const at = (...classes: string[]) =>
  under(classes.flatMap((name) => [...root.querySelectorAll(name)].slice(0, 1)));

test("what lies in front counts, and what lies behind is known as well", () => {
  expect(at(".name", ".box", ".arrow", ".band")).toEqual({
    node: "step/5",
    edge: "edge/7",
    lane: "lane/3",
  });
});

test("the head of a lane is told from its band", () => {
  expect(at(".band")).toEqual({ lane: "lane/3" });
  expect(at(".head", ".band")).toEqual({ head: "lane/3", lane: "lane/3" });
});

test("the knob says which step it belongs to", () => {
  expect(at("circle", ".band")).toEqual({ handle: "step/5", lane: "lane/3" });
});
