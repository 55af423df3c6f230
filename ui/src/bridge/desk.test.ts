/** The window's side of the desk, against a carrier that answers by hand. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Act } from "../app";
import type { Call, DeskEvent } from "../contract";
import { TODAY } from "../panels/trial/levers";
import { createStore, type Store } from "../store";
import { exampleView } from "../tools/example-view";
import { type Carrier, Refused } from "./carrier";
import { desk } from "./desk";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

interface Asked {
  call: Call;
  answer: (answer: unknown) => void;
  refuse: (code: string, id?: string) => void;
}

/** A desk with the example open; what it asks waits in `asked`. */
async function opened() {
  const asked: Asked[] = [];
  let say: (event: DeskEvent) => void = () => undefined;
  const copied: string[] = [];
  const carrier: Carrier = {
    asksForTarget: false,
    call: (call) =>
      new Promise((resolve, reject) => {
        const refuse = (code: string, id?: string) =>
          reject(new Refused({ code, message: code, hint: "", at: id ? { id } : {} }));
        asked.push({ call, answer: resolve as (answer: unknown) => void, refuse });
      }),
    listen: (hear) => {
      say = hear;
      return () => undefined;
    },
    chooseFile: async () => null,
    chooseTarget: async () => null,
    download: async () => undefined,
    copyPicture: async () => undefined,
    copyText: async (text) => void copied.push(text),
    readClipboard: async () => ({ text: copied.at(-1) ?? "", html: "" }),
  };
  const store = createStore();
  const act = desk(store, carrier);
  const next = async () => {
    await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0));
    return asked.shift() as Asked;
  };
  const hello = { language: "ja", catalogue: "", vocabularies: {}, version: "1", files: "list" };
  (await next()).answer(hello);
  (await next()).answer(exampleView());
  await vi.waitFor(() => expect(store.get().view).toBeDefined());
  return { store, act, next, asked, copied, say: (event: DeskEvent) => say(event) };
}

function rename(act: Act, name: string) {
  return act.send(() => ({ type: "rename", id: "step/10", name }));
}

function view(store: Store, change: object) {
  const { painting } = exampleView();
  const empty = { ...painting, items: {} };
  return { ...store.get().view, whole: false, records: {}, gone: [], painting: empty, ...change };
}

test("sends wait for one another, and each stands on the view before it", async () => {
  const { store, act, next, asked } = await opened();
  const numbers: number[] = [];
  const make = (ids: () => number) => {
    numbers.push(ids());
    return { type: "remove" as const, id: "step/13" };
  };
  void act.send(make);
  void act.send(make);
  const first = await next();
  expect(first.call).toMatchObject({ type: "send", seen: 1 });
  expect(asked).toEqual([]);
  first.answer(view(store, { serial: 2, next: 60 }));
  const second = await next();
  expect(second.call).toMatchObject({ type: "send", seen: 2 });
  expect(numbers).toEqual([50, 60]);
});

test("no edit waits until time was played, and other work that began meanwhile goes on", async () => {
  const { store, act, next } = await opened();
  const asked = { question: "volume" as const, levers: TODAY, job: "try_out" };
  const played = act.work("try_out", asked, { id: "try_out", label: "" });
  const trial = await next();
  expect(trial.call).toMatchObject({ type: "try_out", question: "volume" });
  void rename(act, "受け取る");
  const edit = await next();
  expect(edit.call).toMatchObject({ type: "send" });
  store.set({ job: { id: "propose", label: "", found: 0 } });
  trial.refuse("cancelled");
  expect(await played).toBeUndefined();
  expect(store.get().job?.id).toBe("propose");
  expect(store.get().problem).toBeUndefined();
});

test("a problem is kept with its place, and the next edit puts it away", async () => {
  const { store, act, next } = await opened();
  const sent = rename(act, "");
  (await next()).refuse("empty-name", "step/10");
  expect(await sent).toBe(false);
  expect(store.get().problem).toMatchObject({ code: "empty-name", at: { id: "step/10" } });
  const again = rename(act, "受け取る");
  expect(store.get().problem).toBeUndefined();
  (await next()).answer(view(store, { serial: 2 }));
  expect(await again).toBe(true);
  expect(store.get().pending).toBe(0);
});

test("findings are asked for once the hand rests, once for each revision", async () => {
  const { store, act, next, asked } = await opened();
  void rename(act, "甲");
  (await next()).answer(view(store, { serial: 2, revision: 2 }));
  await vi.waitFor(() => expect(store.get().view?.revision).toBe(2));
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(300);
  expect((await next()).call).toEqual({ type: "analyze", seen: 2 });
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual([]);
});

test("flags of findings wait for the edit that is on its way", async () => {
  const { store, act, next } = await opened();
  await vi.advanceTimersByTimeAsync(300);
  const analysing = await next();
  const sent = rename(act, "甲");
  const editing = await next();
  expect(editing.call).toMatchObject({ type: "send", seen: 1 });
  const { painting, flow } = exampleView();
  const found = { flow, revision: 1, serial: 2, whole: false, analysis: {}, keys: {} };
  analysing.answer({ ...found, painting: { ...painting, items: {}, title: "旗" } });
  await vi.waitFor(() => expect(store.get().analysis).toBeDefined());
  expect(store.get().view).toMatchObject({ serial: 1, painting: { title: painting.title } });
  // The edit was answered after the search: its view knows the flags.
  editing.answer(view(store, { serial: 3 }));
  await sent;
  await vi.advanceTimersByTimeAsync(0);
  expect(store.get().view).toMatchObject({ serial: 3, painting: { title: painting.title } });
});

test("a cancelled question is no problem", async () => {
  const { store, next } = await opened();
  await vi.advanceTimersByTimeAsync(300);
  (await next()).refuse("cancelled");
  await vi.advanceTimersByTimeAsync(0);
  expect(store.get().problem).toBeUndefined();
});

test("long work tells how far it is and can be cancelled beside the queue", async () => {
  const { store, act, next, say } = await opened();
  const job = { id: "propose", label: "ui-propose-working" };
  void act.work("propose", { package: "free", job: "propose" }, job);
  const proposing = await next();
  say({ type: "progress", job: "propose", found: 12 });
  expect(store.get().job).toEqual({ ...job, found: 12 });
  act.cancel();
  expect((await next()).call).toEqual({ type: "cancel", job: "propose" });
  proposing.refuse("cancelled");
  await vi.waitFor(() => expect(store.get().job).toBeUndefined());
});

test("another project begins afresh, and is looked through although its numbers are the same", async () => {
  const { store, act, next } = await opened();
  await vi.advanceTimersByTimeAsync(300);
  (await next()).refuse("cancelled");
  act.select(["step/10"]);
  act.show({ middle: "compare" });
  void act.open("other.kaizu");
  const other = exampleView();
  (await next()).answer({ ...other, project: { ...other.project, path: "other.kaizu" } });
  await vi.waitFor(() => expect(store.get().view?.project.path).toBe("other.kaizu"));
  expect(store.get()).toMatchObject({ selection: [], middle: "picture" });
  await vi.advanceTimersByTimeAsync(300);
  expect((await next()).call).toMatchObject({ type: "analyze" });
});

test("what is read back from the disk is said of the file looked at, and of no other", async () => {
  const { store, say } = await opened();
  const { path } = exampleView().project;
  const revision = exampleView().revision;
  say({ type: "kept", path: "other.kaizu", revision, verified_at: 5 });
  say({ type: "kept", path, revision: revision - 1, verified_at: 6 });
  expect(store.get().view?.project.verified_at).toBeUndefined();
  say({ type: "kept", path, revision, verified_at: 7 });
  expect(store.get().view?.project).toMatchObject({ verified_at: 7 });
});

test("a view that was on its way does not take back what was read from the disk", async () => {
  const { store, act, next, say } = await opened();
  const { path } = exampleView().project;
  void rename(act, "甲");
  const sent = await next();
  say({ type: "kept", path, revision: exampleView().revision, verified_at: 9 });
  sent.answer(view(store, { serial: 2, project: { ...exampleView().project, verified_at: 4 } }));
  await vi.waitFor(() => expect(store.get().view?.serial).toBe(2));
  expect(store.get().view?.project.verified_at).toBe(9);
});

test("when a file is found damaged the window looks again", async () => {
  const { store, next, say } = await opened();
  say({ type: "damaged", problem: { code: "damaged", message: "", hint: "", at: { file: "a" } } });
  expect(store.get().problem).toBeUndefined();
  expect((await next()).call).toMatchObject({ type: "look" });
});

test("looking back skips the moments that were only passed by", async () => {
  const { store, act, next, asked } = await opened();
  const looks = [3, 2, 1].map((revision) => act.lookBack(revision));
  const first = await next();
  expect(first.call).toMatchObject({ type: "look_back", revision: 3 });
  first.answer(view(store, { serial: 2 }));
  const last = await next();
  expect(last.call).toMatchObject({ type: "look_back", revision: 1 });
  last.answer(view(store, { serial: 3 }));
  await Promise.all(looks);
  expect(asked.filter(({ call }) => call.type === "look_back")).toEqual([]);
});

test("a browser asks for no place: a project moves to the name it is given", async () => {
  const { store, act, next, asked } = await opened();
  expect(await act.moveTo()).toBe(false);
  expect(asked).toEqual([]);
  const moved = act.moveTo("児童手当");
  const call = await next();
  expect(call.call).toMatchObject({ type: "move_to", name: "児童手当" });
  act.select(["step/10"]);
  const place = { ...exampleView().project, path: "/folder/児童手当.kaizu", draft: false };
  call.answer({ ...exampleView(), serial: 2, project: place });
  expect(await moved).toBe(true);
  expect(store.get().selection).toEqual(["step/10"]);
  expect(store.get().done?.lines).toEqual([place.path]);
});
