/** From a key to what it does in the table, as in every spreadsheet: pure. */

/**
 * ready: a cell is chosen · refused: one in which what was typed was refused · typing: what was typed replaces it · inside:
 * one writes within it.
 */
export type Mode = "ready" | "refused" | "typing" | "inside";

export type Deed =
  | { do: "step"; rows: number; columns: number; extends: boolean }
  | { do: "leap"; rows: number; columns: number; extends: boolean }
  | { do: "edge"; to: "row-start" | "row-end" | "first" | "last"; extends: boolean }
  | { do: "page"; by: 1 | -1; extends: boolean }
  | { do: "enter"; by: 1 | -1 }
  | { do: "tab"; by: 1 | -1 }
  | { do: "choose"; span: "rows" | "columns" | "all" }
  | { do: "carry"; by: 1 | -1 }
  | { do: "widen"; by: 1 | -1 }
  | { do: "fill"; way: "down" | "right" }
  | {
      do:
        | "edit"
        | "clear"
        | "empty"
        | "insert"
        | "remove"
        | "menu"
        | "write-all"
        | "give-up"
        | "own";
    };

export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const ARROWS: Readonly<Record<string, { rows: number; columns: number }>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
};

/** What `press` does in `mode`; nothing where it belongs to the field or to the window. */
export function deedOf(press: Press, mode: Mode): Deed | undefined {
  const isControlled = press.ctrlKey || press.metaKey;
  if (mode === "typing" || mode === "inside") return whileWriting(press, isControlled, mode);
  if (press.altKey) return withAlt(press, isControlled);
  if (mode === "refused" && !isControlled && !press.shiftKey) {
    if (press.key === "Enter") return { do: "edit" };
    if (press.key === "Escape") return { do: "give-up" };
  }
  return isControlled ? withControl(press) : plain(press);
}

function whileWriting(press: Press, isControlled: boolean, mode: Mode): Deed | undefined {
  const { key, shiftKey } = press;
  if (press.altKey) return undefined;
  if (isControlled && key === "Enter") return { do: "write-all" };
  // What a field takes back is its own.
  if (isControlled) return /^[zyZY]$/.test(key) ? { do: "own" } : undefined;
  const arrow = ARROWS[key];
  if (arrow && mode === "typing" && !shiftKey) return { do: "step", ...arrow, extends: false };
  switch (key) {
    case "Enter":
      return { do: "enter", by: shiftKey ? -1 : 1 };
    case "Tab":
      return { do: "tab", by: shiftKey ? -1 : 1 };
    case "Escape":
      return { do: "give-up" };
    case "F2":
      return { do: "edit" };
    default:
      return undefined;
  }
}

function withAlt({ key, shiftKey }: Press, isControlled: boolean): Deed | undefined {
  if (isControlled) return undefined;
  if (shiftKey && key === "ArrowLeft") return { do: "widen", by: -1 };
  if (shiftKey && key === "ArrowRight") return { do: "widen", by: 1 };
  if (shiftKey) return undefined;
  if (key === "ArrowUp") return { do: "carry", by: -1 };
  return key === "ArrowDown" ? { do: "carry", by: 1 } : undefined;
}

function withControl({ key, shiftKey }: Press): Deed | undefined {
  const arrow = ARROWS[key];
  if (arrow) return { do: "leap", ...arrow, extends: shiftKey };
  switch (key.toLowerCase()) {
    case "home":
      return { do: "edge", to: "first", extends: shiftKey };
    case "end":
      return { do: "edge", to: "last", extends: shiftKey };
    case "a":
      return { do: "choose", span: "all" };
    case " ":
      return { do: "choose", span: shiftKey ? "all" : "columns" };
    case "d":
      return { do: "fill", way: "down" };
    case "r":
      return { do: "fill", way: "right" };
    case "l":
      return shiftKey ? { do: "menu" } : undefined;
    case "+":
      return { do: "insert" };
    case "-":
      return { do: "remove" };
    default:
      return undefined;
  }
}

function plain({ key, shiftKey }: Press): Deed | undefined {
  const arrow = ARROWS[key];
  if (arrow) return { do: "step", ...arrow, extends: shiftKey };
  switch (key) {
    case "Home":
      return { do: "edge", to: "row-start", extends: shiftKey };
    case "End":
      return { do: "edge", to: "row-end", extends: shiftKey };
    case "PageUp":
      return { do: "page", by: -1, extends: shiftKey };
    case "PageDown":
      return { do: "page", by: 1, extends: shiftKey };
    case "Enter":
      return { do: "enter", by: shiftKey ? -1 : 1 };
    case "Tab":
      return { do: "tab", by: shiftKey ? -1 : 1 };
    case " ":
      return shiftKey ? { do: "choose", span: "rows" } : undefined;
    case "F2":
      return { do: "edit" };
    case "Backspace":
      return { do: "clear" };
    case "Delete":
      return { do: "empty" };
    case "Insert":
      return { do: "insert" };
    case "ContextMenu":
      return { do: "menu" };
    case "F10":
      return shiftKey ? { do: "menu" } : undefined;
    default:
      return undefined;
  }
}
