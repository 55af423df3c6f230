/** Walking along the way of a case. @vitest-environment happy-dom */
import { cleanup, fireEvent, render, screen, act as settled } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { Act } from "../../app";
import type { Finding } from "../told";
import { Walk } from "./walk";

afterEach(cleanup);

test("one step after the other is chosen, and the walk can be stopped", () => {
  vi.useFakeTimers();
  const select = vi.fn();
  const finding = { facts: { trace: ["受ける", "分ける"] } } as unknown as Finding;
  render(
    <Walk
      act={{ select } as unknown as Act}
      finding={finding}
      steps={["step/1", "step/2", "step/3"]}
    />,
  );
  fireEvent.click(screen.getByRole("button"));
  settled(() => vi.advanceTimersByTime(1000));
  expect(select.mock.calls.map(([ids]) => ids)).toEqual([["step/1"], ["step/2"]]);
  fireEvent.click(screen.getByRole("button"));
  settled(() => vi.advanceTimersByTime(5000));
  expect(select).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});

test("a finding that shows no way has none to walk", () => {
  const finding = { facts: {} } as unknown as Finding;
  render(<Walk act={{} as Act} finding={finding} steps={["step/1", "step/2"]} />);
  expect(screen.queryAllByRole("button").length).toBe(0);
});
