/** What is typed in a cell and refused waits there while one writes elsewhere. @vitest-environment happy-dom */
import { act as acted, cleanup, fireEvent, render } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { Act } from "../../app";
import type { Problem, View } from "../../contract";
import { createStore, type Store, useApp } from "../../store";
import { exampleApp, exampleView } from "../../tools/example-view";
import { FIRST, shownOf } from "./hand";
import { forgetRefused, placeOf } from "./refused";
import { TableForm } from "./sheet";

// As wide as all columns are: each is there.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { value: 4000, configurable: true });
});
afterEach(async () => {
  await acted(async () => cleanup());
  // What is asked for later waits for it.
  while (waiting.size > 0) for (const answer of waiting) await answer();
  forgetRefused(() => true);
});

const UNREAD: Problem = { code: "cell", message: "読めません", hint: "5分", at: { cell: 0 } };

/** What is asked of the desk and waits for its answer. */
interface Asked {
  cells: { at: string | number; column: string; text: string }[];
  answer(view?: View): Promise<void>;
}

const waiting = new Set<Asked["answer"]>();

/** A window whose desk answers when it is told to: with a view, or with a problem. */
function opened() {
  const store = createStore(exampleApp({ left: "table" }));
  const asked: Asked[] = [];
  const ask = (_: string, { cells }: Pick<Asked, "cells">) =>
    new Promise((resolve) => {
      const answer = (view?: View) =>
        acted(async () => {
          waiting.delete(answer);
          store.set(view ? { view } : { problem: { ...UNREAD } });
          resolve(view);
        });
      waiting.add(answer);
      asked.push({ cells, answer });
    });
  const act = {
    ask,
    select: () => undefined,
    dismissProblem: () => store.drop("problem"),
    dismissDone: () => undefined,
  } as unknown as Act;
  return { asked, show: () => shown(<Shown store={store} act={act} />) };
}

function Shown({ store, act }: { store: Store; act: Act }) {
  return <TableForm app={useApp(store)} act={act} />;
}

function shown(table: ReactElement) {
  const { container, unmount } = render(table);
  const pen = container.querySelector<HTMLTextAreaElement>(".table-pen");
  if (!pen) throw new Error("no field");
  const press = (key: string) => acted(async () => void fireEvent.keyDown(pen, { key }));
  const type = (value: string) => fireEvent.change(pen, { target: { value } });
  const cell = (line: string, column: string) =>
    container.querySelector(`[id="cell-${line}-${column}"]`);
  const go = async (column: string) => {
    for (let n = 0; n < 22 && !at()?.id.endsWith(column); n += 1) await press("ArrowRight");
  };
  const at = () => container.querySelector("[data-at]");
  const bar = () => container.querySelector('[role="alert"]')?.textContent ?? "";
  return { pen, press, type, cell, go, at, bar, unmount };
}

/** A time that cannot be read, and the next cell begun before that is said. */
async function refusedWhileWriting() {
  const window = opened();
  const table = window.show();
  await table.go("lane");
  table.type("すぐ");
  await table.press("Tab");
  table.type("受付");
  await window.asked[0]?.answer();
  return { ...window, ...table };
}

test("it stays in its cell with its problem, and who writes elsewhere writes on", async () => {
  const { pen, cell, at, bar } = await refusedWhileWriting();
  expect(pen.value).toBe("受付");
  expect(at()?.id).toBe("cell-step/10-phase");
  expect(cell("step/10", "lane")?.textContent).toBe("すぐ");
  expect(cell("step/10", "lane")?.getAttribute("aria-invalid")).toBe("true");
  expect(cell("step/10", "lane")?.getAttribute("title")).toContain(UNREAD.message);
  expect(bar()).toContain(UNREAD.message);
});

test("it is still there when the next cell is written, and can be taken up and mended", async () => {
  const { asked, pen, press, type, cell, bar } = await refusedWhileWriting();
  await press("Enter");
  await asked[1]?.answer(exampleView());
  expect(cell("step/10", "lane")?.textContent).toBe("すぐ");
  expect(bar()).toContain(UNREAD.message);
  await press("ArrowUp");
  expect(document.getElementById("table-wrong")?.textContent).toContain(UNREAD.message);
  await press("Enter");
  expect(pen.value).toBe("すぐ");
  type("審査");
  await press("Enter");
  expect(asked[2]?.cells).toEqual([{ at: "step/10", column: "lane", text: "審査" }]);
  await asked[2]?.answer(exampleView());
  expect(cell("step/10", "lane")?.getAttribute("aria-invalid")).toBeNull();
  expect(bar()).toBe("");
});

test("Escape in its cell leads back to it, and once more gives it up", async () => {
  const { asked, pen, press, type, cell, bar } = await refusedWhileWriting();
  await press("Enter");
  await asked[1]?.answer(exampleView());
  await press("ArrowUp");
  await press("F2");
  type("すぐに");
  await press("Escape");
  expect([pen.value, cell("step/10", "lane")?.textContent]).toEqual(["", "すぐ"]);
  await press("Escape");
  expect(cell("step/10", "lane")?.textContent).toBe("窓口");
  expect(bar()).toBe("");
  expect(asked).toHaveLength(2);
});

test("who was in another form meanwhile finds it in its cell", async () => {
  const { asked, show } = opened();
  const first = show();
  await first.go("lane");
  first.type("すぐ");
  await acted(async () => first.unmount());
  await asked[0]?.answer();
  const { cell } = show();
  expect(cell("step/10", "lane")?.textContent).toBe("すぐ");
  expect(cell("step/10", "lane")?.getAttribute("title")).toBe("ui-table-refused");
});

test("a new row in which something was refused is begun with what is written beside it", async () => {
  const { asked, show } = opened();
  const { pen, press, type, cell, go, at } = show();
  await acted(async () => void fireEvent.keyDown(pen, { key: "End", ctrlKey: true }));
  await press("Home");
  await go("lane");
  type("すぐ");
  await press("Tab");
  type("受付");
  await press("Tab");
  type("確認");
  await asked[0]?.answer();
  const line = at()?.id.replace(/^cell-(.*)-kind$/, "$1") ?? "";
  expect(cell(line, "lane")?.textContent).toBe("すぐ");
  expect(asked[1]?.cells).toEqual([{ at: 0, column: "phase", text: "受付" }]);
  const step = { flow: 2, rank: 9, name: "新しい手順", lane: 3 };
  const view = { ...exampleView({ "step/50": { step } }), serial: 2 };
  await asked[1]?.answer(view);
  expect([pen.value, at()?.id]).toEqual(["確認", "cell-step/50-kind"]);
  expect(cell("step/50", "lane")?.textContent).toBe("すぐ");
});

test("what was refused in one flow is not shown in another", () => {
  const view = exampleView();
  const where = { place: placeOf(view), line: "draft/9", begun: {}, column: "lane" as const };
  const refused = [{ ...where, text: "すぐ", problem: UNREAD }];
  const texts = (flow: string) =>
    shownOf(FIRST, { ...view, flow }, undefined, refused).lines.map((line) => line.texts.lane);
  expect(texts("flow/2")).toContain("すぐ");
  expect(texts("flow/9")).not.toContain("すぐ");
});
