/** What comes later than the picture, and what never does. */
import { renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useLate } from "./late";
import { exampleApp } from "./tools/example-view";

test("what is only chosen follows when there is time", () => {
  const app = exampleApp();
  const { result, rerender } = renderHook(useLate, { initialProps: app });
  rerender({ ...app, selection: ["step/11"] });
  expect(result.current).toBe(app);
});

test("whose voice is written next, and on what, is never late", () => {
  const app = exampleApp();
  const { result, rerender } = renderHook(useLate, { initialProps: app });
  const next = {
    ...app,
    selection: ["step/11"],
    voicing: { voice: "resident", kind: "complaint" },
  };
  rerender(next);
  expect(result.current).toBe(next);
});

test("who comes back does not meet what was there before", () => {
  const app = exampleApp();
  const { result, rerender } = renderHook(useLate, { initialProps: app });
  rerender({ ...app, middle: "compare" });
  const back = { ...app, selection: ["step/11"] };
  rerender(back);
  expect(result.current).not.toBe(app);
});
