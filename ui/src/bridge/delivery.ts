/** Files in and out: which to open, where an export goes, the picture for other programs. */
import type { Act } from "../app";
import type { Asked } from "../contract";
import type { Store } from "../store";
import { t } from "../text";
import { type Carrier, problemOf } from "./carrier";
import type { Ask } from "./desk";

export function delivery(store: Store, carrier: Carrier, ask: Ask) {
  const caught = async <T>(task: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await task();
    } catch (thrown) {
      store.set({ problem: problemOf(thrown) });
      return undefined;
    }
  };
  return {
    chooseFile: () =>
      caught(async () => {
        const path = await carrier.chooseFile();
        if (path !== null) await ask("open", { path });
      }),
    deliver: (asked) =>
      caught(async () => {
        if (!carrier.asksForTarget) {
          const exported = await ask("export", asked);
          if (!exported) return undefined;
          await carrier.download(exported);
          return { name: exported.name, losses: exported.losses };
        }
        const path = await carrier.chooseTarget(suggested(store, asked));
        return path === null ? undefined : await ask("export_to", { ...asked, path });
      }),
    copyPicture: async (of = { what: "flow" }) =>
      (await caught(async () => {
        const [png, svg] = [
          await ask("export", { ending: "png", ...of }),
          await ask("export", { ending: "svg", ...of }),
        ];
        if (!png || !svg) return false;
        await carrier.copyPicture({ png: png.base64, svg: svg.base64 });
        return true;
      })) ?? false,
  } satisfies Partial<Act>;
}

/** How the file could be called; a copy never as its original. */
function suggested(store: Store, { ending, what }: Asked<"export">): string {
  const name = store.get().view?.project.name ?? "kaizu";
  if (ending !== "kaizu") return `${name}.${ending}`;
  const copy = t(what === "hand_over" ? "ui-file-name-hand-over" : "ui-file-name-copy", { name });
  return `${copy}.${ending}`;
}
