/** Files in and out: which to open, where an export goes, the picture for other programs. */
import type { Act } from "../app";
import type { Asked, Problem } from "../contract";
import type { Store } from "../store";
import { t } from "../text";
import { type Carrier, problemOf } from "./carrier";
import type { Ask } from "./desk";

export function delivery(store: Store, carrier: Carrier, ask: Ask) {
  const caught: Caught = async (task) => {
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
    takeIn: async (files) => {
      const file = await only(store, caught, files);
      const view = file && (await ask("take_in", file));
      if (!view || !file) return;
      const title = t("ui-drop-done", { name: file.name });
      store.set({ done: { title, lines: [t("ui-drop-beside")] } });
    },
    addFrom: async (files) => {
      const file = await only(store, caught, files);
      if (file) await ask("add_process", { name: "", file });
    },
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

type Caught = <T>(task: () => Promise<T>) => Promise<T | undefined>;

/** The one file that was handed over, with its bytes; says what is wrong where there is another number, or too much. */
async function only(
  store: Store,
  caught: Caught,
  files: readonly File[],
): Promise<Asked<"take_in"> | undefined> {
  store.drop("problem", "done");
  const [file] = files;
  const wrong = !file || files.length > 1 ? "one" : file.size > LARGEST ? "large" : undefined;
  if (!file || wrong) {
    store.set({ problem: undroppable(wrong ?? "one") });
    return undefined;
  }
  const base64 = await caught(() => inBase64(file));
  return base64 === undefined ? undefined : { name: file.name, base64 };
}

/** The most that Rust takes in, in bytes: more is not even read. */
const LARGEST = 32 * 1024 * 1024;

function undroppable(why: "one" | "large"): Problem {
  const message = t(`ui-drop-${why}`);
  return { code: "undroppable", message, hint: t(`ui-drop-${why}-hint`), at: {} };
}

/** The bytes of a file, as a call can carry them. */
async function inBase64(file: File): Promise<string> {
  const url = await new Promise<string>((read, failed) => {
    const reader = new FileReader();
    reader.onload = () => read(String(reader.result));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
  return url.slice(url.indexOf(",") + 1);
}

/** How the file could be called; a copy never as its original. */
function suggested(store: Store, { ending, what }: Asked<"export">): string {
  const name = store.get().view?.project.name ?? "kaizu";
  if (ending !== "kaizu") return `${name}.${ending}`;
  const copy = t(what === "hand_over" ? "ui-file-name-hand-over" : "ui-file-name-copy", { name });
  return `${copy}.${ending}`;
}
