/** The keys of looking for something. */
import type { Act, App } from "../../app";
import type { Shortcut } from "../../shortcut";
import { goOn } from "./hits";

/** The field in which one writes what is looked for. */
export const FINDER = "find-text";

export const findKeys: readonly Shortcut[] = [
  key("find", "Ctrl+f", (app, act) => open(app, act, false)),
  key("find-next", "F3", (app, act) => again(app, act, 1)),
  key("find-back", "Shift+F3", (app, act) => again(app, act, -1)),
  { ...key("replace", "Ctrl+h", (app, act) => open(app, act, true)), edits: true },
];

function key(id: string, name: string, run: (app: App, act: Act) => void): Shortcut {
  return { id, scope: "anywhere", keys: [name], inFields: "always", run };
}

function open(app: App, act: Act, isReplacing: boolean) {
  if (!app.view) return;
  if (app.middle !== "picture") act.show({ middle: "picture" });
  act.search({ isReplacing });
  // The field is there once the line is shown.
  requestAnimationFrame(() => {
    const field = document.getElementById(FINDER);
    if (!(field instanceof HTMLInputElement)) return;
    field.focus();
    field.select();
  });
}

/** On to the next hit; where nothing is looked for yet, that is asked first. */
function again(app: App, act: Act, by: 1 | -1) {
  if (app.search?.found) goOn(app, act, by);
  else open(app, act, false);
}
