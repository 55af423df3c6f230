/** Whose choice the cursor follows. @vitest-environment happy-dom */
import { renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import type { RecordId } from "../../contract";
import { noting } from "../../tools/example-act";
import { exampleApp } from "../../tools/example-view";
import { cursorAt } from "./cursor";
import { useHand } from "./use-hand";

/** The hand of the example, and the way to show what is chosen. */
function held() {
  const app = exampleApp();
  const { act } = noting();
  const { view, hello } = app;
  if (!view) throw new Error("no view");
  const seen = (selection: readonly RecordId[]) => ({ view, hello, selection });
  const hook = renderHook(({ at }) => useHand(seen(at), { current: app }, act), {
    initialProps: { at: [] as readonly RecordId[] },
  });
  const hand = hook.result.current;
  const { keys } = hand.shown();
  const [first, second, third] = keys as RecordId[];
  if (!first || !second || !third) throw new Error("too few rows");
  const choose = (id: RecordId) => {
    hand.choose([id]);
    hand.change({ cursor: cursorAt(keys.indexOf(id), 1), keys });
  };
  const row = () => hand.shown().cursor.at.row;
  return {
    choose,
    row,
    show: (at: readonly RecordId[]) => hook.rerender({ at }),
    first,
    second,
    third,
  };
}

test("the cursor goes to what is chosen elsewhere", () => {
  const { row, show, third } = held();
  show([third]);
  expect(row()).toBe(2);
});

test("what was chosen here and is shown late leads nobody back", () => {
  const { choose, row, show, first, second, third } = held();
  choose(first);
  choose(second);
  choose(third);
  show([first]);
  expect(row()).toBe(2);
  show([third]);
  expect(row()).toBe(2);
});

test("what was chosen here once is followed when it is chosen elsewhere later", () => {
  const { choose, row, show, first, third } = held();
  choose(first);
  show([first]);
  show([third]);
  show([first]);
  expect(row()).toBe(0);
});
