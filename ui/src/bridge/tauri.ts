/** Carries questions through Tauri: the shell of the desktop. */
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { DeskEvent } from "../contract";
import type { Carrier } from "./carrier";

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
    copyPicture: (png) => invoke("copy_picture", { png }),
  };
}

/** Whether this page runs in the shell. */
export function isInShell(): boolean {
  return "__TAURI_INTERNALS__" in window;
}
