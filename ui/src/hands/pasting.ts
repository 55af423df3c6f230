/** Hears what the browser hands over when somebody pastes: for a field it is the field's, else it goes into the flow. */
import type { Act, App, Pasted } from "../app";
import { isList } from "../panels/list/is-list";
import { WRITER } from "../panels/outline/writer";

/** Takes what is pasted while the picture or the cards have the focus. Gives the way to stop. */
export function listenToPaste(now: () => App, act: Act): () => void {
  const pasted = (event: ClipboardEvent) => {
    const data = event.clipboardData;
    if (!data) return;
    const given = { text: data.getData("text/plain"), html: data.getData("text/html") };
    if (!isOurs(now()) && !isListForWriter(given)) return;
    event.preventDefault();
    void act.paste(given);
  };
  // WebKit asks first whether anybody takes what is pasted where nothing is written.
  const asked = (event: Event) => {
    if (isOurs(now())) event.preventDefault();
  };
  document.addEventListener("paste", pasted);
  document.addEventListener("beforepaste", asked);
  return () => {
    document.removeEventListener("paste", pasted);
    document.removeEventListener("beforepaste", asked);
  };
}

/** The field for the next step takes one line: a list that is pasted there is meant for the flow. */
function isListForWriter(given: Pasted): boolean {
  return document.activeElement?.id === WRITER && isList(given);
}

/** Whether what is pasted now is meant for the flow. */
function isOurs(app: App): boolean {
  const here = document.activeElement;
  if (!app.view || app.dialog !== undefined) return false;
  if (here?.closest("input, textarea, [contenteditable=true], [role=dialog]")) return false;
  // Where nothing has the focus, the picture is what one looks at.
  return here === null || here === document.body || here.closest("[data-scope]") !== null;
}
