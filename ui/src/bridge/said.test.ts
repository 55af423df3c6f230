/** What the window says is said for as long as it is true, and where it belongs. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Call } from "../contract";
import { problemHere } from "../panels/problems/here";
import { createStore } from "../store";
import { exampleView } from "../tools/example-view";
import { type Carrier, Refused } from "./carrier";
import { desk } from "./desk";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** What the desk answers to the next questions of a kind: the code of a problem, or a view that says so much. */
type Answers = Partial<Record<Call["type"], (string | object)[]>>;

/** A desk with the example open. */
async function opened(answers: Answers) {
  const call = async ({ type }: Call): Promise<never> => {
    if (type === "hello") return { language: "ja", catalogue: "", vocabularies: {} } as never;
    if (type === "look") return exampleView() as never;
    const answer = answers[type]?.shift() ?? {};
    if (typeof answer !== "string") return { ...exampleView(), ...answer } as never;
    throw new Refused({ code: answer, message: answer, hint: "", at: {} });
  };
  const carrier = { call, listen: () => () => undefined } as unknown as Carrier;
  const store = createStore();
  const act = desk(store, carrier);
  await vi.waitFor(() => expect(store.get().view).toBeDefined());
  const here = () => problemHere(store.get())?.code;
  const write = (text: string) =>
    act.ask("write_cells", { title: "", cells: [{ at: "step/10", column: "minutes", text }] });
  return { store, act, here, write };
}

const OTHER = { project: { ...exampleView().project, path: "/kaizu/other.kaizu" } };

test("what a field refused is said until something is written", async () => {
  const { here, write } = await opened({ write_cells: ["unread", {}] });
  await write("2日");
  expect(here()).toBe("unread");
  await write("15");
  expect(here()).toBeUndefined();
});

test("who writes on before hearing of a refusal still hears of it", async () => {
  const { here, write } = await opened({ write_cells: ["unread", {}] });
  await Promise.all([write("2日"), write("15")]);
  expect(here()).toBe("unread");
});

test("nothing that was said of one project is said of another, or of the start", async () => {
  const { store, act, here, write } = await opened({
    write_cells: ["unread", "unread"],
    open: [OTHER],
    close: [{}],
  });
  await write("2日");
  act.tell({ title: "11:31:48", lines: [] });
  await act.open("other.kaizu");
  expect([here(), store.get().done]).toEqual([undefined, undefined]);
  await write("2日");
  act.tell({ title: "11:31:48", lines: [] });
  await act.close();
  expect([here(), store.get().done]).toEqual([undefined, undefined]);
});

test("a file that opens after another one did not puts that away", async () => {
  const { store, act, here } = await opened({ close: [{}], open: ["damaged"] });
  await act.close();
  await act.open("bad.kaizu");
  expect(here()).toBe("damaged");
  await act.openSample("travel");
  expect([here(), store.get().screen]).toEqual([undefined, "project"]);
});

test("a dialog says what went wrong in it alone", async () => {
  const { act, here, write } = await opened({ write_cells: ["unread"], export: ["unreachable"] });
  await write("2日");
  act.openDialog("export");
  expect(here()).toBeUndefined();
  await act.ask("export", { what: "flow", ending: "png" });
  expect(here()).toBe("unreachable");
});

test("closed, a dialog takes with it what went wrong in it, unless that is still so", async () => {
  const { act, here, write } = await opened({ write_cells: ["unread", "disk-full"] });
  act.openDialog("list");
  await write("2日");
  act.closeDialog();
  expect(here()).toBeUndefined();
  act.openDialog("list");
  await write("15");
  act.openDialog("file");
  expect(here()).toBeUndefined();
  act.closeDialog();
  expect(here()).toBe("disk-full");
});

test("what stands beside the picture waits there while a dialog is open, and the past has no part in it", async () => {
  const { act, here, write } = await opened({ write_cells: ["unread", "disk-full"] });
  await write("2日");
  act.openDialog("file");
  act.closeDialog();
  expect(here()).toBe("unread");
  act.show({ history: true });
  expect(here()).toBeUndefined();
  act.show({ history: false });
  await write("15");
  act.show({ history: true });
  expect(here()).toBe("disk-full");
});

test("a new process begins with the cards, whatever form was looked at last", async () => {
  const { store, act } = await opened({ create: [OTHER] });
  act.show({ left: "table" });
  await act.create("転入届");
  expect(store.get()).toMatchObject({ left: "outline", middle: "picture" });
});
