/** What is typed waits for its project. @vitest-environment happy-dom */
import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { useUnwritten } from "./unwritten";

afterEach(() => localStorage.clear());

test("what is typed waits for its project, also after the window ended", () => {
  const first = renderHook(({ path }) => useUnwritten(path), { initialProps: { path: "a" } });
  act(() => first.result.current[1]("届を"));
  first.rerender({ path: "b" });
  expect(first.result.current[0]).toBe("");
  first.rerender({ path: "a" });
  expect(first.result.current[0]).toBe("届を");
  first.unmount();
  const second = renderHook(() => useUnwritten("a"));
  expect(second.result.current[0]).toBe("届を");
  act(() => second.result.current[1]((now) => `${now}書く`));
  expect(second.result.current[0]).toBe("届を書く");
  act(() => second.result.current[1](""));
  expect(localStorage.length).toBe(0);
});
