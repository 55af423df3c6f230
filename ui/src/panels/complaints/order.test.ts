/** The order and grouping of voices. */
import { expect, test } from "vitest";
import { drawn } from "../drawn";
import { type Group, grouped } from "./order";

const VIEW = drawn({
  nodes: [["step/2", { name: "届を書く" }], ["step/1", { name: "届を受ける" }], ["step/3"]],
  voices: [
    { steps: ["step/1"], text: "電話が多い", count: 2 },
    { steps: ["step/2", "step/1"], text: "二度書く", voice: "resident", count: 30 },
    { text: "全体に遅い", voice: "resident" },
    { steps: ["step/2"], text: "列が長い", count: 2, severity: 3 },
  ],
});

function told(groups: Group[]): [about: string | undefined, ...texts: string[]][] {
  return groups.map(({ about, voices }) => [about, ...voices.map(({ fields }) => fields.text)]);
}

test("by step, voices stand in the order of the work under each step they are about", () => {
  expect(told(grouped(VIEW, { order: "step", typed: "" }))).toEqual([
    ["step/2", "二度書く", "列が長い"],
    ["step/1", "電話が多い", "二度書く"],
    [undefined, "全体に遅い"],
  ]);
});

test("by voice, staff stand before residents, the loudest first", () => {
  expect(told(grouped(VIEW, { order: "voice", typed: "" }))).toEqual([
    ["staff", "列が長い", "電話が多い"],
    ["resident", "二度書く", "全体に遅い"],
  ]);
});

test("by count, what most people say comes first, then what hurts most", () => {
  expect(told(grouped(VIEW, { order: "count", typed: "" }))).toEqual([
    [undefined, "二度書く", "列が長い", "電話が多い", "全体に遅い"],
  ]);
});

test("what is typed is looked for in the words and in the names of the steps", () => {
  const found = (typed: string) => told(grouped(VIEW, { order: "count", typed }));
  expect(found("遅")).toEqual([[undefined, "全体に遅い"]]);
  expect(found("届を受ける")).toEqual([[undefined, "二度書く", "電話が多い"]]);
  expect(found("だれも言わない")).toEqual([]);
});

test("only voices about the wanted steps are shown where some are", () => {
  const narrow = grouped(VIEW, { order: "count", typed: "", steps: ["step/1"] });
  expect(told(narrow)).toEqual([[undefined, "二度書く", "電話が多い"]]);
});
