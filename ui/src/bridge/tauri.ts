/** Carries questions through Tauri: the shell of the desktop. */
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { DeskEvent } from "../contract";
import type { Carrier, Pasted, Picture } from "./carrier";
import { item, takesDrawings } from "./http";

export function tauri(): Carrier {
  return {
    asksForTarget: true,
    call: (call) => invoke("call", { call }),
    listen: (hear) => {
      const heard = listen<DeskEvent>("kaizu", (event) => hear(event.payload));
      return () => void heard.then((stop) => stop());
    },
    onMenu: (hear) =>
      void listen<{ type: string; action?: string }>("kaizu", ({ payload }) => {
        if (payload.type === "menu" && payload.action !== undefined) hear(payload.action);
      }),
    chooseFile: () => invoke("choose_file"),
    chooseTarget: (name) => invoke("choose_target", { name }),
    download: async () => undefined,
    copyPicture,
    copyText: (text) => invoke("clip", { text, png: "" }),
    readClipboard: async (): Promise<Pasted> => ({
      text: await invoke("clip", { text: "", png: "" }),
      html: "",
    }),
  };
}

/** Whether this page runs in the shell. */
export function isInShell(): boolean {
  return "__TAURI_INTERNALS__" in window;
}

/** The shell carries the picture; where the page may carry the drawing beside it, it does. */
async function copyPicture(picture: Picture): Promise<void> {
  if (takesDrawings()) {
    try {
      return await navigator.clipboard.write([item(picture)]);
    } catch {
      // What the page may not do, the shell may.
    }
  }
  await invoke("clip", { text: "", png: picture.png });
}
