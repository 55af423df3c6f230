/** What is typed waits for its project. @vitest-environment happy-dom */
import { act, cleanup, renderHook } from "@testing-library/react";
import { StrictMode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** The window, begun anew. */
const opened = () => {
  vi.resetModules();
  return import("./unwritten");
};

beforeEach(() => localStorage.clear());
afterEach(cleanup);

test("what is typed waits for its project, also after the window ended", async () => {
  const { useUnwritten } = await opened();
  const first = renderHook(({ path }) => useUnwritten(path), { initialProps: { path: "a" } });
  act(() => first.result.current[1]("届を"));
  first.rerender({ path: "b" });
  expect(first.result.current[0]).toBe("");
  first.rerender({ path: "a" });
  expect(first.result.current[0]).toBe("届を");
  first.unmount();
  const again = await opened();
  const second = renderHook(() => again.useUnwritten("a"));
  expect(second.result.current[0]).toBe("届を");
  act(() => second.result.current[1]((now) => `${now}書く`));
  expect(second.result.current[0]).toBe("届を書く");
  act(() => second.result.current[1](""));
  expect(localStorage.length).toBe(0);
});

test("it is counted on once however often the window is drawn, and kept before that", async () => {
  const { useUnwritten } = await opened();
  const { result } = renderHook(() => useUnwritten("a"), { wrapper: StrictMode });
  const add = vi.fn((now: string) => `${now}届`);
  act(() => {
    result.current[1](add);
    expect(localStorage.getItem("kaizu-unwritten a")).toBe("届");
  });
  expect(add).toHaveBeenCalledOnce();
});

test("an answer that comes when nobody shows it any longer is heard by who shows it next", async () => {
  const { useUnwritten } = await opened();
  const first = renderHook(() => useUnwritten("a"));
  act(() => first.result.current[1]("届を"));
  const [, settle] = first.result.current;
  first.unmount();
  const second = renderHook(() => useUnwritten("a"));
  act(() => settle((now) => (now === "届を" ? "" : now)));
  expect(second.result.current[0]).toBe("");
  expect(localStorage.length).toBe(0);
});

test("what is forgotten is gone for who shows it, too", async () => {
  const { useUnwritten, forgetUnwritten } = await opened();
  const { result } = renderHook(() => useUnwritten("a flow/1"));
  act(() => result.current[1]("山田花子"));
  act(() => forgetUnwritten("a"));
  expect(result.current[0]).toBe("");
});
