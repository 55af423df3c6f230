/** Wires the parts together. */

import { I18nProvider } from "react-aria-components";
import { createRoot } from "react-dom/client";
import { desk } from "./bridge/desk";
import { http } from "./bridge/http";
import { isInShell, tauri } from "./bridge/tauri";
import { Window } from "./frame/window";
import { listenToPaste } from "./hands/pasting";
import { listenToKeys } from "./keys";
import { choose } from "./menu";
import { createStore, useApp } from "./store";
import "./theme.css";
import "./narrow.css";
import "./forced.css";

const store = createStore();
const carrier = isInShell() ? tauri() : http();
const act = desk(store, carrier);
listenToKeys(store.get, act);
listenToPaste(store.get, act);
carrier.onMenu?.((action) => choose(action, store.get(), act));

function Root() {
  const app = useApp(store);
  if (!app.hello) return app.problem ? <p role="alert">{app.problem.message}</p> : null;
  return (
    <I18nProvider locale={app.hello.language === "ja" ? "ja-JP" : "en-US"}>
      <Window app={app} act={act} />
    </I18nProvider>
  );
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<Root />);
