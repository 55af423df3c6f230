/** Arrow keys on the canvas. */
import { expect, test } from "vitest";
import { exampleView } from "../tools/example-view";
import { first, walk } from "./walk";

const view = exampleView();

test("right and left follow the flow, even into another lane", () => {
  expect(walk(view, "step/10", "right")).toBe("step/11");
  expect(walk(view, "step/11", "right")).toBe("step/12");
  expect(walk(view, "step/12", "left")).toBe("step/11");
});

test("up and down lead to what is nearest there", () => {
  expect(walk(view, "step/11", "down")).toBe("step/12");
  expect(walk(view, "step/13", "up")).toBe("step/11");
});

test("where the flow ends, the next box on that side follows", () => {
  expect(walk(view, "step/12", "right")).toBe("step/13");
  expect(walk(view, "step/13", "right")).toBe("step/13");
});

test("from nowhere it begins at the upper left", () => {
  expect(walk(view, undefined, "right")).toBe("step/10");
  expect(first(view)).toBe("step/10");
});
