/** How bright the window is. */
import { beforeEach, expect, test } from "vitest";
import { keepAppearance, keptAppearance } from "./appearance";

beforeEach(() => localStorage.clear());

test("what was chosen is there the next time", () => {
  keepAppearance("dark");
  expect(keptAppearance()).toBe("dark");
});

test("without a choice, or with one that nobody knows, it is as the computer has it", () => {
  expect(keptAppearance()).toBe("system");
  localStorage.setItem("kaizu-appearance", "blinking");
  expect(keptAppearance()).toBe("system");
});
