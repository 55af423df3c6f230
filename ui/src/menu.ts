/** What the items of the shell's menu do: what the key of the same name does, or one of the few without a key. */
import type { Act, App } from "./app";
import { isOpen } from "./keys";
import { shortcuts } from "./shortcuts";

const KEYLESS: Readonly<Record<string, (app: App, act: Act) => void>> = {
  "copy-picture": (app, act) => app.view && void act.copyPicture(),
  close: (app, act) => app.view && void act.close(),
  file: (app, act) => app.view && act.openDialog("file"),
  move: (app, act) => {
    if (app.view && app.hello?.files === "list") act.openDialog("file");
    else if (app.view) void act.moveTo();
  },
  "hand-over": (app, act) => app.view && void act.saveCopy("hand_over"),
  backups: (_, act) => act.openDialog("backups"),
  erase: (app, act) => app.view && act.openDialog("erase"),
  language: (app, act) => act.setLanguage(app.hello?.language === "ja" ? "en" : "ja"),
};

/** Does what the item `action` says. */
export function choose(action: string, app: App, act: Act): void {
  const keyed = shortcuts.find((shortcut) => shortcut.id === action && isOpen(shortcut, app));
  const run = KEYLESS[action] ?? keyed?.run;
  run?.(app, act);
}
