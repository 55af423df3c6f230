/** Copied things get onto the clipboard before they are cut, and what was pasted is chosen. */
import { expect, test, vi } from "vitest";
import type { Act } from "../app";
import { createStore } from "../store";
import { exampleApp, exampleView } from "../tools/example-view";
import type { Carrier, Pasted } from "./carrier";
import type { Ask } from "./desk";
import { hands } from "./hands";

function opened(answers: Record<string, unknown>) {
  const store = createStore(exampleApp({ selection: ["step/11", "edge/20"] }));
  const asked: unknown[][] = [];
  const ask = (async (question: string, given: unknown) => {
    asked.push([question, given]);
    const answer = answers[question];
    return typeof answer === "function" ? answer(store) : answer;
  }) as unknown as Ask;
  const copyText = vi.fn(async (_: string) => undefined);
  const readClipboard = vi.fn(async (): Promise<Pasted> => ({ text: "窓口: 写す", html: "" }));
  const carrier = { copyText, readClipboard } as unknown as Carrier;
  const act: Pick<Act, "copy" | "cut" | "paste" | "duplicate"> = hands(store, carrier, ask);
  return { store, asked, copyText, act };
}

const COPY = { copy_selection: { text: "※ Kaizu", told: "手順1つをコピーしました。" } };

test("the chosen steps are copied, without arrows that go along by themselves", async () => {
  const { act, asked, copyText, store } = opened(COPY);
  await act.copy();
  expect(asked).toEqual([["copy_selection", { nodes: ["step/11"] }]]);
  expect(copyText).toHaveBeenCalledWith("※ Kaizu");
  expect(store.get().done?.title).toBe("手順1つをコピーしました。");
});

test("what did not get onto the clipboard is not cut", async () => {
  const { act, asked, copyText, store } = opened({ ...COPY, cut: {} });
  copyText.mockRejectedValueOnce(new Error("denied"));
  await act.cut();
  expect(asked.map(([question]) => question)).toEqual(["copy_selection"]);
  expect(store.get().problem?.code).toBe("unreachable");
  await act.cut();
  expect(asked.at(-1)).toEqual(["cut", { nodes: ["step/11"] }]);
});

test("what is pasted goes into the arrow chosen last, and is chosen then", async () => {
  const more = { "step/50": { step: { flow: 2, rank: 9, name: "写す", lane: 3 } } };
  const paste = (store: ReturnType<typeof createStore>) => {
    store.set({ view: exampleView(more) });
    return {};
  };
  const { act, asked, store } = opened({ paste });
  await act.paste();
  expect(asked).toEqual([["paste", { text: "窓口: 写す", at: "edge/20" }]]);
  expect(store.get().selection).toEqual(["step/50"]);
});

test("an empty clipboard is told apart from one with something else", async () => {
  const refused = (store: ReturnType<typeof createStore>) => {
    store.set({ problem: { code: "no-excerpt", message: "", hint: "", at: {} } });
  };
  const { act, store } = opened({ paste: refused });
  await act.paste({ text: " ", html: "" });
  expect(store.get().problem).toBeUndefined();
  expect(store.get().done).toBeDefined();
  await act.paste({ text: "来週の会議は3階です", html: "" });
  expect(store.get().problem?.code).toBe("no-excerpt");
});

test("a list or table is looked at in its dialog", async () => {
  const refused = (store: ReturnType<typeof createStore>) => {
    store.set({ problem: { code: "no-excerpt", message: "", hint: "", at: {} } });
  };
  const { act, store } = opened({ paste: refused });
  const list = { text: "1\t2", html: "<table>" };
  await act.paste(list);
  expect(store.get()).toMatchObject({ dialog: "list", list });
  expect(store.get().problem).toBeUndefined();
});
