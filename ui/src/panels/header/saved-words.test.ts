/** Nobody is told that something is safe before it was read back. */
import { expect, test } from "vitest";
import { exampleView } from "../../tools/example-view";
import { isVerified } from "./saved-words";

const { project } = exampleView();

test("what was read back after it was written is verified", () => {
  expect(isVerified({ ...project, saved_at: 5, verified_at: 5 })).toBe(true);
  expect(isVerified({ ...project, saved_at: 5, verified_at: 9 })).toBe(true);
});

test("an edit after the last reading is not verified yet", () => {
  expect(isVerified({ ...project, saved_at: 6, verified_at: 5 })).toBe(false);
  expect(isVerified({ ...project, saved_at: 6 })).toBe(false);
  expect(isVerified(project)).toBe(false);
});
