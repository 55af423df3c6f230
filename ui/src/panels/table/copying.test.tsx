/** What is pasted into the table: a range into its cells, a list with a head of its own into its dialog. @vitest-environment happy-dom */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { act as acted, cleanup, fireEvent, render } from "@testing-library/react";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { Act } from "../../app";
import type { Problem } from "../../contract";
import { createStore, type Store, useApp } from "../../store";
import { learn } from "../../text";
import { exampleApp } from "../../tools/example-view";
import { TableForm } from "./sheet";

const TEXTS = join(import.meta.dirname, "../../../../crates/session/text/ja.ftl");
beforeAll(() => {
  learn("ja", readFileSync(TEXTS, "utf8"));
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { value: 4000, configurable: true });
});
afterEach(async () => void (await acted(async () => cleanup())));

const HEADED = "種類\t時間\n入力\t5";
const UNREAD: Problem = { code: "cell", message: "読めません", hint: "5分", at: { cell: 3 } };

function Shown({ store, act }: { store: Store; act: Act }) {
  return <TableForm app={useApp(store)} act={act} />;
}

/** The table, and what is asked for; what begins with 種類 has a head. */
function opened() {
  const store = createStore(exampleApp({ left: "table" }));
  const asked: unknown[] = [];
  const ask = async (name: string, call: { list?: { plain: string } }) => {
    asked.push(name);
    const { plain = "" } = call.list ?? {};
    if (name === "preview_list")
      return { is_table: true, head: plain.startsWith("種類") ? ["種類"] : [] };
    store.set({ problem: UNREAD });
    return undefined;
  };
  const act = {
    ask,
    select: (ids: unknown) => void asked.push(["select", ids]),
    paste: async (given: unknown) => void asked.push(["paste", given]),
    tell: () => undefined,
    dismissProblem: () => store.drop("problem"),
    dismissDone: () => undefined,
  } as unknown as Act;
  const { container } = render(<Shown store={store} act={act} />);
  const pen = container.querySelector<HTMLTextAreaElement>(".table-pen") as HTMLTextAreaElement;
  const press = (key: string, more = {}) =>
    acted(async () => void fireEvent.keyDown(pen, { key, ...more }));
  const paste = (text: string) =>
    acted(async () => {
      const clipboardData = { getData: (kind: string) => (kind === "text/plain" ? text : "") };
      fireEvent(pen, Object.assign(new Event("paste", { bubbles: true }), { clipboardData }));
    });
  const bar = () => container.querySelector('[role="alert"]')?.textContent ?? "";
  return { asked, press, paste, bar };
}

test("in the empty line a list with a head of its own opens the dialog of lists, behind the last row", async () => {
  const { asked, press, paste } = opened();
  await press("End", { ctrlKey: true });
  asked.length = 0;
  await paste(HEADED);
  expect(asked).toEqual(["preview_list", ["select", []], ["paste", { text: HEADED, html: "" }]]);
});

test("what has no head, or is pasted over rows, goes into the cells", async () => {
  const { asked, press, paste } = opened();
  await paste(HEADED);
  expect(asked).toContain("write_cells");
  expect(asked).not.toContain("preview_list");
  await press("End", { ctrlKey: true });
  await press("Home");
  asked.length = 0;
  await paste("7\t受ける\n8\t送る");
  expect(asked).toEqual(["preview_list", "write_cells"]);
});

test("one cell that is not understood is told by its row in what was pasted, and that nothing was", async () => {
  const { press, paste, bar } = opened();
  await press("End", { ctrlKey: true });
  await press("Home");
  await paste("\t受ける\t窓口\n\t送る\t窓口");
  expect(bar()).toContain("何も貼り付けていません");
  expect(bar()).toContain("貼り付けた2行目の「担当」");
  expect(bar()).toContain(UNREAD.message);
});
