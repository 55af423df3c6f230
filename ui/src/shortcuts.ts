/** Every key: one table. The help page is made from it; lists carry out their own keys, which stand here to be read. */
import type { Act, App } from "./app";
import { first, last, walk } from "./canvas/walk";
import type { RecordId, View } from "./contract";
import { toNextArea } from "./frame/areas";
import { NEW_VOICE } from "./panels/complaints/voices";
import { saved } from "./panels/header/saved-words";
import { SLIDER } from "./panels/history/moments";
import { removal } from "./panels/outline/removal";
import { nodeOf } from "./tools/graph";
import { followingOf, hasName } from "./tools/writing";

/** Where a key is meant: anywhere · while the canvas has the focus · while the cards or the table have it. */
export type Scope = "anywhere" | "canvas" | "cards" | "table";

export interface Shortcut {
  /** Its text is called by it, behind “ui-key-”. */
  id: string;
  scope: Scope;
  /** One of these: "Ctrl+Shift+Z", "F2", "n". */
  keys: readonly string[];
  /** Whether it works while a field is written in. */
  inFields?: "always" | "unchanged";
  /** Whether it changes the document: where that can only be read it does nothing. */
  edits?: true;
  /** Absent where a list or the canvas's hand does it by itself. */
  run?(app: App, act: Act): void;
}

const TOOLS = ["select", "connect", "add-step", "pan"] as const;
const DRAWING: ReadonlySet<string> = new Set(["connect", "add-step"]);
const TABS = ["step", "findings", "complaints", "numbers"] as const;
const FORMS = ["outline", "table"] as const;

export const shortcuts: readonly Shortcut[] = [
  {
    id: "undo",
    scope: "anywhere",
    keys: ["Ctrl+z"],
    inFields: "unchanged",
    edits: true,
    run: (_, act) => act.undo(),
  },
  {
    id: "redo",
    scope: "anywhere",
    keys: ["Ctrl+Shift+z", "Ctrl+y"],
    inFields: "unchanged",
    edits: true,
    run: (_, act) => act.redo(),
  },
  {
    id: "open",
    scope: "anywhere",
    keys: ["Ctrl+o"],
    inFields: "always",
    run: (_, act) => void act.chooseFile(),
  },
  {
    id: "export",
    scope: "anywhere",
    keys: ["Ctrl+e"],
    inFields: "always",
    run: (app, act) => app.view && act.openDialog("export"),
  },
  {
    id: "saved",
    scope: "anywhere",
    keys: ["Ctrl+s"],
    inFields: "always",
    run: (app, act) => {
      const done = saved(app);
      if (done) act.tell(done);
    },
  },
  {
    id: "save-copy",
    scope: "anywhere",
    keys: ["Ctrl+Shift+s"],
    inFields: "always",
    run: (app, act) => app.view && void act.saveCopy("whole"),
  },
  {
    id: "history",
    scope: "anywhere",
    keys: ["F8"],
    inFields: "always",
    run: (app, act) => {
      if (!app.view) return;
      act.show({ history: true });
      // The slider is there once the strip is shown.
      requestAnimationFrame(() => document.querySelector<HTMLElement>(SLIDER)?.focus());
    },
  },
  {
    id: "help",
    scope: "anywhere",
    keys: ["F1"],
    inFields: "always",
    run: (_, act) => act.openDialog("help"),
  },
  {
    id: "areas",
    scope: "anywhere",
    keys: ["F6"],
    inFields: "always",
    run: () => toNextArea(1),
  },
  {
    id: "areas-back",
    scope: "anywhere",
    keys: ["Shift+F6"],
    inFields: "always",
    run: () => toNextArea(-1),
  },
  {
    id: "voice",
    scope: "anywhere",
    keys: ["Ctrl+k"],
    inFields: "always",
    run: (app, act) => {
      if (!app.view) return;
      act.show({ panel: "complaints" });
      // The field is there once the tab is shown.
      requestAnimationFrame(() => document.getElementById(NEW_VOICE)?.focus());
    },
  },
  ...TABS.map(
    (panel, place): Shortcut => ({
      id: `tab-${panel}`,
      scope: "anywhere",
      keys: [`Alt+${place + 1}`],
      inFields: "always",
      run: (_, act) => act.show({ panel }),
    }),
  ),
  ...FORMS.map(
    (left, place): Shortcut => ({
      id: `form-${left}`,
      scope: "anywhere",
      keys: [`Alt+${TABS.length + place + 1}`],
      inFields: "always",
      run: (_, act) => {
        act.show({ left });
        // Where one writes is there once the form is shown.
        requestAnimationFrame(() =>
          document.querySelector<HTMLElement>(".left [data-first]")?.focus(),
        );
      },
    }),
  ),
  aim("zoom-in", ["Ctrl+=", "Ctrl++", "Ctrl+;"], "in"),
  aim("zoom-out", ["Ctrl+-"], "out"),
  aim("zoom-actual", ["Ctrl+1"], "actual"),
  aim("zoom-whole", ["Ctrl+0"], "whole"),
  aim("zoom-selection", ["Ctrl+2"], "selection"),
  go("walk-right", "ArrowRight", (view, from) => walk(view, from, "right")),
  go("walk-left", "ArrowLeft", (view, from) => walk(view, from, "left")),
  go("walk-up", "ArrowUp", (view, from) => walk(view, from, "up")),
  go("walk-down", "ArrowDown", (view, from) => walk(view, from, "down")),
  go("walk-first", "Home", first),
  go("walk-last", "End", last),
  { id: "about", scope: "canvas", keys: ["Enter"], run: (_, act) => act.show({ panel: "step" }) },
  {
    id: "rename",
    scope: "canvas",
    keys: ["F2"],
    edits: true,
    run: ({ view, selection }, act) => {
      const id = selection.at(-1);
      if (view && id !== undefined && hasName(view, id)) act.write({ kind: "rename", id });
    },
  },
  {
    id: "add-after",
    scope: "canvas",
    keys: ["n", "Insert"],
    edits: true,
    run: ({ view, selection }, act) => {
      const writing = view && followingOf(view, selection.at(-1) ?? last(view) ?? "");
      if (writing) act.write(writing);
    },
  },
  { id: "remove", scope: "canvas", keys: ["Delete", "Backspace"], edits: true, run: remove },
  {
    id: "select-all",
    scope: "canvas",
    keys: ["Ctrl+a"],
    run: ({ view }, act) => {
      if (view) act.select(Object.keys(view.records).filter((id) => nodeOf(view, id)));
    },
  },
  {
    id: "leave",
    scope: "canvas",
    keys: ["Escape"],
    run: (app, act) => {
      if (app.tool === "select") act.select([]);
      act.show({ tool: "select" });
    },
  },
  ...TOOLS.map(
    (tool, place): Shortcut => ({
      id: `tool-${tool}`,
      scope: "canvas",
      keys: [["v", "c", "a", "h"][place] ?? ""],
      ...(DRAWING.has(tool) ? { edits: true } : {}),
      run: (_, act) => act.show({ tool }),
    }),
  ),
  { id: "hold-paper", scope: "canvas", keys: ["Space"] },
  { id: "cards-next", scope: "cards", keys: ["Enter"] },
  { id: "cards-lane", scope: "cards", keys: ["Tab"] },
  { id: "cards-move", scope: "cards", keys: ["Alt+ArrowUp", "Alt+ArrowDown"] },
  { id: "cards-rename", scope: "cards", keys: ["F2"] },
  { id: "cards-remove", scope: "cards", keys: ["Delete"] },
  { id: "cards-list", scope: "cards", keys: ["Escape"] },
  { id: "table-below", scope: "table", keys: ["Enter", "Shift+Enter"] },
  { id: "table-beside", scope: "table", keys: ["Tab", "Shift+Tab"] },
  { id: "table-edit", scope: "table", keys: ["F2"] },
  { id: "table-leave", scope: "table", keys: ["Escape"] },
  { id: "table-empty", scope: "table", keys: ["Delete"] },
  { id: "table-extend", scope: "table", keys: ["Shift+ArrowDown", "Shift+ArrowRight"] },
  { id: "table-row", scope: "table", keys: ["Shift+Space"] },
  { id: "table-column", scope: "table", keys: ["Ctrl+Space"] },
  { id: "table-all", scope: "table", keys: ["Ctrl+a"] },
  { id: "table-copy", scope: "table", keys: ["Ctrl+c", "Ctrl+x", "Ctrl+v"] },
  { id: "table-fill", scope: "table", keys: ["Ctrl+d", "Ctrl+r"] },
  { id: "table-insert", scope: "table", keys: ["Insert"] },
  { id: "table-move", scope: "table", keys: ["Alt+ArrowUp", "Alt+ArrowDown"] },
  { id: "table-menu", scope: "table", keys: ["Ctrl+Shift+l"] },
  { id: "table-widen", scope: "table", keys: ["Alt+Shift+ArrowRight", "Alt+Shift+ArrowLeft"] },
];

function aim(
  id: string,
  keys: readonly string[],
  at: "in" | "out" | "actual" | "whole" | "selection",
) {
  const run = (_: App, act: Act) => act.aim(at);
  return { id, scope: "anywhere", keys, inFields: "always", run } satisfies Shortcut;
}

function go(id: string, key: string, to: (view: View, from?: RecordId) => RecordId | undefined) {
  const run = ({ view, selection, focused }: App, act: Act) => {
    const next = view && to(view, selection.at(-1) ?? focused);
    if (next === undefined) return;
    act.focus(next);
    act.select([next], { reveal: true });
  };
  return { id, scope: "canvas", keys: [key], run } satisfies Shortcut;
}

/** Removes what is chosen as one undo step. */
function remove({ view, selection }: App, act: Act) {
  const command = view && removal(view, selection);
  if (command) void act.send(() => command);
}
