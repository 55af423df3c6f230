/** Keys mean in the table what they mean in Excel. */
import { expect, test } from "vitest";
import { deedOf, type Mode } from "./grid-keys";

/** What “Ctrl+Shift+a” does. */
function does(keys: string, mode: Mode = "ready") {
  const parts = keys.split("+");
  const key = parts.at(-1) === "" ? "+" : (parts.at(-1) ?? "");
  const has = (name: string) => parts.slice(0, -1).includes(name);
  const press = {
    key: key === "Space" ? " " : key,
    ctrlKey: has("Ctrl"),
    metaKey: false,
    altKey: has("Alt"),
    shiftKey: has("Shift"),
  };
  return deedOf(press, mode);
}

test("where a cell is only chosen, keys move, choose and change", () => {
  expect(does("ArrowDown")).toEqual({ do: "step", rows: 1, columns: 0, extends: false });
  expect(does("Shift+ArrowRight")).toEqual({ do: "step", rows: 0, columns: 1, extends: true });
  expect(does("Ctrl+ArrowUp")).toEqual({ do: "leap", rows: -1, columns: 0, extends: false });
  expect(does("Ctrl+Shift+End")).toEqual({ do: "edge", to: "last", extends: true });
  expect(does("Home")).toEqual({ do: "edge", to: "row-start", extends: false });
  expect(does("PageDown")).toEqual({ do: "page", by: 1, extends: false });
  expect(does("Shift+Tab")).toEqual({ do: "tab", by: -1 });
  expect(does("Shift+Enter")).toEqual({ do: "enter", by: -1 });
  expect(does("Shift+Space")).toEqual({ do: "choose", span: "rows" });
  expect(does("Ctrl+Space")).toEqual({ do: "choose", span: "columns" });
  expect(does("Ctrl+a")).toEqual({ do: "choose", span: "all" });
  expect(does("Ctrl+d")).toEqual({ do: "fill", way: "down" });
  expect(does("Ctrl+r")).toEqual({ do: "fill", way: "right" });
  expect(does("Ctrl++")).toEqual({ do: "insert" });
  expect(does("Ctrl+-")).toEqual({ do: "remove" });
  expect(does("Alt+ArrowUp")).toEqual({ do: "carry", by: -1 });
  expect(does("Alt+Shift+ArrowLeft")).toEqual({ do: "widen", by: -1 });
  expect(does("Delete")).toEqual({ do: "empty" });
  expect(does("F2")).toEqual({ do: "edit" });
});

test("letters, undo, the clipboard and the keys of the window belong to others", () => {
  for (const keys of ["a", "Space", "Ctrl+z", "Ctrl+y", "Ctrl+c", "Ctrl+x", "Ctrl+v", "Ctrl+s"]) {
    expect(does(keys)).toBeUndefined();
  }
  for (const keys of ["F6", "Shift+F6", "F1", "Alt+1", "Alt+6", "Ctrl+k", "Escape"]) {
    expect(does(keys)).toBeUndefined();
    expect(does(keys, "typing")).toEqual(keys === "Escape" ? { do: "give-up" } : undefined);
  }
});

test("arrows leave a cell that is typed over, and move within one that is edited", () => {
  expect(does("ArrowLeft", "typing")).toEqual({ do: "step", rows: 0, columns: -1, extends: false });
  expect(does("ArrowLeft", "inside")).toBeUndefined();
  expect(does("Home", "inside")).toBeUndefined();
  expect(does("Delete", "typing")).toBeUndefined();
  for (const mode of ["typing", "inside"] as const) {
    expect(does("Enter", mode)).toEqual({ do: "enter", by: 1 });
    expect(does("Tab", mode)).toEqual({ do: "tab", by: 1 });
    expect(does("Ctrl+Enter", mode)).toEqual({ do: "write-all" });
    expect(does("Ctrl+z", mode)).toEqual({ do: "own" });
  }
});

test("where something was refused, Enter takes it up and Escape gives it up", () => {
  expect(does("Enter", "refused")).toEqual({ do: "edit" });
  expect(does("Escape", "refused")).toEqual({ do: "give-up" });
  expect(does("ArrowDown", "refused")).toEqual(does("ArrowDown"));
  expect(does("Escape")).toBeUndefined();
});
