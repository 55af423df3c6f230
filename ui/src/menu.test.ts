/** The menu of the window does what the keys do. @vitest-environment happy-dom */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import type { Act } from "./app";
import { choose } from "./menu";
import { EMPTY } from "./store";
import { exampleApp, exampleView } from "./tools/example-view";

/** Every action that the shell lists. */
function actions(): string[] {
  const source = readFileSync(join(import.meta.dirname, "../../src-tauri/src/menu.rs"), "utf8");
  const table = source.split("MENUS: ")[1]?.split("];")[0] ?? "";
  const rows = [...table.matchAll(/"([^":]*): ([^"]*)"/g)];
  return rows.flatMap(([, , row]) => row?.split(" ") ?? []);
}

/** What is done with a file as a whole. */
const OF_FILES = ["file", "move", "save-copy", "hand-over", "history", "erase"];

/** Notes what is asked for. */
function noting() {
  const asked = vi.fn();
  const act = new Proxy({} as Act, { get: (_, name) => () => asked(name) });
  return { act, asked };
}

test("every item of the menu does something", () => {
  const named = actions().filter((action) => action !== "-" && action !== "quit");
  expect(named.length).toBeGreaterThan(8);
  for (const action of named) {
    const { act, asked } = noting();
    choose(action, exampleApp(), act);
    expect(asked, action).toHaveBeenCalledOnce();
  }
});

test("everything that is done with a file as a whole can be had from the menu", () => {
  for (const action of [...OF_FILES, "backups"]) {
    const { act, asked } = noting();
    choose(action, exampleApp(), act);
    expect(asked, action).toHaveBeenCalledOnce();
  }
});

test("what is only read is not changed from the menu either", () => {
  const { act, asked } = noting();
  const { project, ...view } = exampleView();
  choose("undo", exampleApp({ view: { ...view, project: { ...project, read_only: true } } }), act);
  expect(asked).not.toHaveBeenCalled();
});

test("what needs a project does nothing without one", () => {
  const { act, asked } = noting();
  for (const action of ["close", "copy-picture", "export", ...OF_FILES]) choose(action, EMPTY, act);
  expect(asked).not.toHaveBeenCalled();
});
