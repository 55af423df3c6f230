/** What is typed as text while one looks elsewhere, and when one comes back. @vitest-environment happy-dom */
import { act as acted, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Act } from "../../app";
import { exampleApp } from "../../tools/example-view";
import { settle } from "./sending";
import { useFlowText } from "./use-flow-text";

const PLACE = "/kaizu/例.kaizu flow/2";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  acted(() => settle(PLACE));
  cleanup();
  vi.useRealTimers();
});

/** A desk at which the flow says what was written last; it answers once it is told to, in order. */
function slowDesk() {
  const flow = { text: "窓口: 甲", revision: 1, refusals: 0 };
  const waiting: (() => void)[] = [];
  const written: string[] = [];
  const answerTo = (question: string, asked: { text?: string; known?: string }) => {
    if (question === "flow_text") return { text: flow.text, lines: [] };
    if (asked.known !== undefined && asked.known !== flow.text) {
      flow.refusals += 1;
      return undefined;
    }
    flow.text = asked.text ?? "";
    flow.revision += 1;
    written.push(flow.text);
    return { revision: flow.revision };
  };
  const ask = (question: string, asked: object) =>
    new Promise((resolve) => waiting.push(() => resolve(answerTo(question, asked))));
  const act = { ask, dismissProblem: () => undefined } as unknown as Act;
  /** Answers everything, also what is asked for upon an answer. */
  const answer = () =>
    acted(async () => {
      for (let turns = 0; turns < 10; turns += 1) {
        waiting.shift()?.();
        await Promise.resolve();
        await Promise.resolve();
        await Promise.resolve();
      }
    });
  return { flow, written, act, answer };
}

function shown(act: Act) {
  const app = exampleApp();
  return renderHook(() => useFlowText(app, act));
}

const pause = () => acted(async () => void vi.advanceTimersByTime(2000));

test("who leaves within the pause and comes back is not told that something changed elsewhere", async () => {
  const { flow, written, act, answer } = slowDesk();
  const first = shown(act);
  await answer();
  acted(() => first.result.current.type("窓口: 乙"));
  first.unmount();
  const second = shown(act);
  expect(second.result.current.text).toBe("窓口: 乙");
  // The pause is over before the desk has answered.
  await pause();
  await answer();
  await pause();
  await answer();
  expect(written).toEqual(["窓口: 乙"]);
  expect(flow.refusals).toBe(0);
  expect(second.result.current).toMatchObject({ text: "窓口: 乙", isWritten: true });
});

test("what was typed and sent while one looked elsewhere is not sent once more", async () => {
  const { flow, written, act, answer } = slowDesk();
  const first = shown(act);
  await answer();
  acted(() => first.result.current.type("窓口: 乙"));
  first.unmount();
  await answer();
  const second = shown(act);
  await answer();
  expect(second.result.current).toMatchObject({ text: "窓口: 乙", isWritten: true });
  acted(() => second.result.current.type("窓口: 乙丙"));
  await pause();
  await answer();
  expect(written).toEqual(["窓口: 乙", "窓口: 乙丙"]);
  expect(flow.refusals).toBe(0);
});

test("what is typed on while a text is on its way is written behind it, also by who leaves", async () => {
  const { flow, written, act, answer } = slowDesk();
  const first = shown(act);
  await answer();
  acted(() => first.result.current.type("窓口: 乙"));
  await pause();
  acted(() => first.result.current.type("窓口: 乙丙"));
  first.unmount();
  await answer();
  expect(written).toEqual(["窓口: 乙", "窓口: 乙丙"]);
  expect(flow.refusals).toBe(0);
});

test("what is typed while the flow is read stays", async () => {
  const { act, answer } = slowDesk();
  const { result } = shown(act);
  await answer();
  acted(() => result.current.reread());
  acted(() => result.current.type("窓口: 乙"));
  await answer();
  expect(result.current.text).toBe("窓口: 乙");
});

test("who types what was there before has nothing to write", async () => {
  const { written, act, answer } = slowDesk();
  const { result, unmount } = shown(act);
  await answer();
  acted(() => result.current.type("窓口: 乙"));
  acted(() => result.current.type("窓口: 甲"));
  unmount();
  await answer();
  expect(written).toEqual([]);
  expect(localStorage.length).toBe(0);
});
