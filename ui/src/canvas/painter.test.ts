/** Only what changed is made anew. @vitest-environment happy-dom */
import { expect, test } from "vitest";
import type { Item, Painting } from "../contract";
import { createPainter } from "./painter";

function group(id: string, name: string): Item {
  const text: Item = {
    type: "text",
    content: name,
    at: { x: 0, y: 0 },
    size: 12,
    weight: "regular",
    colour: "#000000",
  };
  return { type: "group", id, title: name, items: [text] };
}

function painting(...groups: [string, Item][]): Painting {
  return {
    frame: { x: 0, y: 0, w: 10, h: 10 },
    title: "",
    order: groups.map(([key]) => key),
    items: Object.fromEntries(groups),
    areas: {},
  };
}

function made() {
  const root = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const painter = createPainter(root);
  const texts = () => [...root.children].map((node) => node.querySelector("text")?.textContent);
  return { root, painter, texts };
}

const one = group("step/1", "受け付ける");
const two = group("step/2", "確かめる");
const three = group("step/3", "決める");

test("a changed group is brought up to date and the others stay as they were", () => {
  const { root, painter, texts } = made();
  painter.show(painting(["step/1", one], ["step/2", two]));
  const kept = root.children[0];
  painter.show(painting(["step/1", one], ["step/2", group("step/2", "読み合わせる")]));
  expect(texts()).toEqual(["受け付ける", "読み合わせる"]);
  expect(root.children[0]).toBe(kept);
  expect(painter.made).toBe(0);
});

test("what has another shape is made anew", () => {
  const { root, painter } = made();
  painter.show(painting(["step/1", one]));
  const had = root.children[0];
  const area = { x: 0, y: 0, w: 9, h: 9 };
  const boxed: Item = {
    type: "group",
    id: "step/1",
    items: [{ type: "rect", area, radius: 3, paint: {} }],
  };
  painter.show(painting(["step/1", boxed]));
  expect(root.children[0]).not.toBe(had);
  expect(root.querySelector("text")).toBeNull();
  expect(painter.made).toBe(1);
  const node = root.children[0];
  const flat: Item = {
    type: "group",
    id: "step/1",
    items: [{ type: "rect", area, radius: 0, paint: {} }],
  };
  painter.show(painting(["step/1", flat]));
  expect(root.children[0]).toBe(node);
  expect(root.querySelector("rect")?.hasAttribute("rx")).toBe(false);
});

test("groups stand in the order of the painting, whatever was there before", () => {
  const { painter, texts } = made();
  painter.show(painting(["step/1", one], ["step/2", two]));
  painter.show(painting(["step/3", three], ["step/2", two], ["step/1", one]));
  expect(texts()).toEqual(["決める", "確かめる", "受け付ける"]);
  expect(painter.made).toBe(1);
  painter.show(painting(["step/2", two]));
  expect(texts()).toEqual(["確かめる"]);
  expect(painter.made).toBe(0);
});

test("what moved is the same node at another place, also where it came into sight later", () => {
  const { root, painter } = made();
  painter.show(painting(["step/1", one]));
  const kept = root.children[0];
  const places = () => [...root.children].map((node) => node.getAttribute("transform"));
  const by = new Map([
    ["step/1", { x: 184, y: -6 }],
    ["step/2", { x: 10, y: 0 }],
  ]);
  painter.show({ ...painting(["step/1", one], ["step/2", two]), by });
  expect(root.children[0]).toBe(kept);
  expect(places()).toEqual(["translate(184 -6)", "translate(10 0)"]);
  expect(painter.made).toBe(1);
  painter.show(painting(["step/1", one]));
  expect(places()).toEqual([null]);
  expect(painter.made).toBe(0);
});

test("only what is in sight is there, and what comes into sight is made then", () => {
  const { painter, texts } = made();
  const at = (x: number, name: string): Item => {
    const one = group(`step/${x}`, name);
    const area = { x, y: 0, w: 50, h: 20 };
    return { ...one, items: [{ type: "rect", area, radius: 0, paint: {} }] } as Item;
  };
  const near = at(0, "近い");
  const far = at(1000, "遠い");
  painter.show(painting(["step/0", near], ["step/1000", far]));
  const region = { x: -10, y: -10, w: 200, h: 100 };
  painter.look({ region, detail: "all" });
  expect(texts()).toHaveLength(1);
  expect(painter.nodeOf("step/1000")).toBeUndefined();
  const kept = painter.nodeOf("step/0");
  painter.look({ region: { ...region, w: 2000 }, detail: "all" });
  expect(painter.nodeOf("step/1000")?.getAttribute("data-id")).toBe("step/1000");
  expect(painter.nodeOf("step/0")).toBe(kept);
  expect(painter.made).toBe(1);
});

test("from afar parts are made anew with less, and what nothing is left of goes", () => {
  const { root, painter, texts } = made();
  painter.show(painting(["step/1", one]));
  const region = { x: -100, y: -100, w: 500, h: 500 };
  painter.look({ region, detail: "shapes" });
  expect(root.children).toHaveLength(0);
  painter.look({ region, detail: "all" });
  expect(texts()).toEqual(["受け付ける"]);
});

test("an arrow can be taken by a wider stroke that nobody sees", () => {
  const { root, painter } = made();
  const line: Item = {
    type: "path",
    segments: [{ move: { x: 0, y: 0 } }, { line: { x: 50, y: 0 } }],
    paint: { stroke: { colour: "#3b3b3e", width: 1.25 } },
  };
  painter.show(painting(["edge/7", { type: "group", id: "edge/7", items: [line] }]));
  const grip = root.querySelector('[data-id="edge/7"] .grip');
  expect(grip?.getAttribute("d")).toBe("M0 0L50 0");
});
