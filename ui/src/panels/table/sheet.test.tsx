/** The table while an input method is at work, and while edits are on their way. @vitest-environment happy-dom */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { act as acted, fireEvent } from "@testing-library/react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { afterEach, beforeAll, expect, test } from "vitest";
import { learn } from "../../text";
import { noting } from "../../tools/example-act";
import { exampleApp, exampleView } from "../../tools/example-view";
import { forgetRefused } from "./refused";
import { TableForm } from "./sheet";

const TEXTS = join(import.meta.dirname, "../../../../crates/session/text/ja.ftl");
beforeAll(() => learn("ja", readFileSync(TEXTS, "utf8")));

const host = document.body.appendChild(document.createElement("div"));
let root = createRoot(host);
afterEach(async () => {
  await acted(async () => root.unmount());
  forgetRefused(() => true);
  root = createRoot(host);
});

/** The table of the example, with what is asked for; the cursor is in the name of the first row. */
function shown(change: Parameters<typeof exampleApp>[0] = {}) {
  const { act, asked } = noting();
  flushSync(() => root.render(<TableForm app={exampleApp(change)} act={act} />));
  const pen = host.querySelector<HTMLTextAreaElement>(".table-pen");
  if (!pen) throw new Error("no field");
  pen.focus();
  const press = (key: string, more: object = {}) => fireEvent.keyDown(pen, { key, ...more });
  const type = (value: string) => fireEvent.change(pen, { target: { value } });
  const written = () => asked.filter(([name, what]) => name === "ask" && what === "write_cells");
  return { pen, press, type, asked, written };
}

test("what an input method composes on a chosen cell is all in it, and its keys do nothing", async () => {
  const { pen, press, type, written } = shown();
  fireEvent.compositionStart(pen);
  type("う");
  type("うけ");
  for (const key of ["Enter", "Escape", "Tab", "ArrowDown", "Delete", "F2"]) {
    press(key, { isComposing: true });
    press(key, { keyCode: 229 });
  }
  expect(pen.value).toBe("うけ");
  type("受け取る");
  fireEvent.compositionEnd(pen);
  expect(written()).toEqual([]);
  await acted(async () => press("Enter"));
  expect(written()[0]?.[2]).toMatchObject({
    cells: [{ at: "step/10", column: "name", text: "受け取る" }],
  });
});

test("what is written stands in its cell before it is answered", async () => {
  const { press, type } = shown();
  type("受け取る");
  press("ArrowDown");
  expect(host.querySelector('[id="cell-step/10-name"]')?.textContent).toBe("受け取る");
  await acted(async () => undefined);
});

test("Escape gives up, and what says the same as before is not written", () => {
  const { pen, press, type, written } = shown();
  type("別の名前");
  press("Escape");
  expect(pen.value).toBe("");
  press("F2");
  expect(pen.value).toBe("受け付ける");
  press("Enter");
  expect(written()).toEqual([]);
});

test("whoever goes to another row chooses its step", () => {
  const { press, asked } = shown({ selection: ["step/10"] });
  press("ArrowDown");
  expect(asked.at(-1)).toEqual(["select", ["step/11"], { reveal: true }]);
  press("ArrowDown", { shiftKey: true });
  expect(asked.at(-1)).toEqual(["select", ["step/12", "step/11"], { reveal: true }]);
});

test("where the project can only be read nothing is written", () => {
  const view = exampleView();
  const project = { ...view.project, read_only: true };
  const { pen, press, type, asked } = shown({ view: { ...view, project } });
  type("別の名前");
  expect(pen.value).toBe("");
  for (const key of ["F2", "Delete", "Insert"]) press(key);
  press("-", { ctrlKey: true });
  expect(asked.filter(([name]) => name === "ask" || name === "send")).toEqual([]);
});

test("nothing of a thousand rows is drawn that is far out of sight", () => {
  const records = Object.fromEntries(
    Array.from({ length: 1000 }, (_, n) => [
      `step/${100 + n}`,
      { step: { flow: 2, rank: n + 10, name: `手順${n}`, lane: 3 } },
    ]),
  );
  shown({ view: exampleView(records) });
  expect(host.querySelectorAll(".table-row").length).toBeLessThan(40);
});
