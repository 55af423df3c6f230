/** What the items of the shell's menu do: what the key of the same name does, or one of the few without a key. */
import type { Act, App } from "./app";
import { shortcuts } from "./shortcuts";

const KEYLESS: Readonly<Record<string, (app: App, act: Act) => void>> = {
  "copy-picture": (app, act) => app.view && void act.copyPicture(),
  close: (app, act) => app.view && void act.close(),
  language: (app, act) => act.setLanguage(app.hello?.language === "ja" ? "en" : "ja"),
  notices: (_, act) => act.openDialog("notices"),
};

/** Does what the item `action` says. */
export function choose(action: string, app: App, act: Act): void {
  const run = KEYLESS[action] ?? shortcuts.find(({ id }) => id === action)?.run;
  run?.(app, act);
}
