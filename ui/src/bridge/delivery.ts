/** Files in and out: which to open, where an export goes, the picture for other programs. */
import type { Act } from "../app";
import type { Store } from "../store";
import { type Carrier, problemOf } from "./carrier";
import type { Ask } from "./desk";

export function delivery(store: Store, carrier: Carrier, ask: Ask) {
  const caught = async (task: () => Promise<unknown>) => {
    try {
      await task();
    } catch (thrown) {
      store.set({ problem: problemOf(thrown) });
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
          if (exported) await carrier.download(exported);
          return;
        }
        const name = store.get().view?.project.name ?? "kaizu";
        const path = await carrier.chooseTarget(`${name}.${asked.ending}`);
        if (path !== null) await ask("export_to", { ...asked, path });
      }),
    copyPicture: () =>
      caught(async () => {
        const exported = await ask("export", { ending: "png", what: "flow" });
        if (exported) await carrier.copyPicture(exported.base64);
      }),
  } satisfies Partial<Act>;
}
