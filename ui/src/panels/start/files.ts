/** Where no dialog chooses files, those of the folder are listed at the start. */
import type { Act, App } from "../../app";

/** The list of them. */
export const FILES = "files";

/** Asks for a file to be opened: in a dialog, or from the list. What is open is kept and left for that. */
export function askForFile(app: App, act: Act): void {
  if (app.hello?.files !== "list") void act.chooseFile();
  else if (app.view) void act.close().then(() => requestAnimationFrame(showFiles));
  else showFiles();
}

function showFiles() {
  const list = document.getElementById(FILES);
  list?.scrollIntoView({ block: "center" });
  list?.querySelector("button")?.focus();
}
