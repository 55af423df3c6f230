/** Every key: one table. The help page is made from it; lists carry out their own keys, which stand here to be read. */
import type { Act, App } from "./app";
import { turnMap } from "./canvas/map-choice";
import { first, last, walk } from "./canvas/walk";
import type { RecordId, View } from "./contract";
import { toNextArea } from "./frame/areas";
import { listKeys } from "./list-keys";
import { turnHeat } from "./panels/complaints/heat";
import { toVoice } from "./panels/complaints/to-voice";
import { findKeys } from "./panels/find/keys";
import { saved } from "./panels/header/saved-words";
import { SLIDER } from "./panels/history/moments";
import { removal } from "./panels/outline/removal";
import { askForFile } from "./panels/start/files";
import type { Shortcut } from "./shortcut";
import { t } from "./text";
import { isNode, nodeOf } from "./tools/graph";
import { followingOf, hasName } from "./tools/writing";

const TOOLS = ["select", "connect", "add-step", "pan"] as const;
const DRAWING: ReadonlySet<string> = new Set(["connect", "add-step"]);
const TABS = ["step", "findings", "complaints", "numbers"] as const;
const FORMS = ["outline", "table", "text"] as const;

/** One key opens the field for a complaint of staff on what is chosen, one that for a complaint of residents. */
const voices = (["staff", "resident"] as const).map(
  (voice): Shortcut => ({
    id: `voice-${voice}`,
    scope: "steps",
    keys: [voice === "staff" ? "s" : "r"],
    edits: true,
    run: (app, act) => app.view && toVoice(act, voice),
  }),
);

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
    run: askForFile,
  },
  {
    id: "export",
    scope: "anywhere",
    keys: ["Ctrl+e"],
    inFields: "always",
    run: (app, act) => app.view && act.openDialog("export"),
  },
  {
    id: "print",
    scope: "anywhere",
    keys: ["Ctrl+p"],
    inFields: "always",
    run: (app, act) => app.view && act.openDialog("print"),
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
    run: (app, act) => app.view && toVoice(act),
  },
  {
    id: "heat",
    scope: "anywhere",
    keys: ["Ctrl+Shift+k"],
    inFields: "always",
    run: (app, act) => app.view && turnHeat(act, app.view),
  },
  ...findKeys,
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
  { id: "copy", scope: "steps", keys: ["Ctrl+c"], run: (_, act) => void act.copy() },
  { id: "cut", scope: "steps", keys: ["Ctrl+x"], run: (_, act) => void act.cut() },
  // The browser hands over what is on the clipboard: see hands/pasting.ts.
  { id: "paste", scope: "steps", keys: ["Ctrl+v"] },
  {
    id: "list",
    scope: "anywhere",
    keys: ["Ctrl+Shift+v"],
    inFields: "always",
    edits: true,
    run: (app, act) => app.view && act.openDialog("list"),
  },
  { id: "duplicate", scope: "steps", keys: ["Ctrl+d"], run: (_, act) => void act.duplicate() },
  { id: "copy-picture", scope: "steps", keys: ["Ctrl+Shift+c"], run: copyPicture },
  { id: "menu", scope: "steps", keys: ["Shift+F10", "ContextMenu"] },
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
  ...voices,
  { id: "remove", scope: "canvas", keys: ["Delete", "Backspace"], edits: true, run: remove },
  {
    id: "select-all",
    scope: "canvas",
    // Else the browser paints every word of the window.
    isAlsoMeant: "outside",
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
      if (app.search) return act.search();
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
  { id: "map", scope: "canvas", keys: ["m"], run: turnMap },
  ...listKeys,
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

/** The chosen steps as a picture, and the whole of it where none is chosen. */
async function copyPicture({ view, selection }: App, act: Act) {
  if (!view) return;
  const only = selection.filter(isNode);
  if (await act.copyPicture({ what: "flow", only })) {
    act.tell({ title: t("ui-export-copied"), lines: [] });
  }
}

/** Removes what is chosen as one undo step. */
function remove({ selection }: App, act: Act) {
  void act.send((_, view) => view && removal(view, selection));
}
