/** The file itself: copies of it, its place, and how it was before. */
import type { Act, Delivered } from "../app";
import type { DeskEvent } from "../contract";
import type { Store } from "../store";
import { t } from "../text";
import { type Carrier, problemOf } from "./carrier";
import type { Ask } from "./desk";
import { createLatest } from "./queue";

export function keeping(store: Store, carrier: Carrier, ask: Ask, deliver: Act["deliver"]) {
  const look = createLatest((wish: { revision?: number }) => ask("look_back", wish));
  return {
    saveCopy: async (kind) => {
      store.drop("problem", "done");
      const what = kind === "whole" ? "flow" : kind;
      const went = await deliver({ what, ending: "kaizu" });
      if (went) store.set({ done: { title: said(went), lines: lossesIn(went) } });
    },
    moveTo: async (name) => {
      store.drop("problem", "done");
      const target = await targetOf(store, carrier, name);
      if (!target) return false;
      const view = await ask("move_to", target);
      if (view) store.set({ done: { title: t("ui-file-moved"), lines: [view.project.path] } });
      return view !== undefined;
    },
    lookBack: (revision) => {
      store.drop("problem", "done", "writing");
      return look(revision === undefined ? {} : { revision });
    },
    restore: async (revision, when) => {
      store.drop("problem", "done");
      const view = await ask("restore", { revision, ...(when === "" ? {} : { when }) });
      if (view) store.set({ done: { title: t("ui-history-restored"), lines: [] } });
    },
    tell: (done) => store.set({ done }),
    dismissDone: () => store.drop("done"),
  } satisfies Partial<Act>;
}

/** Where the project goes: nothing where a person chose no place. */
async function targetOf(store: Store, carrier: Carrier, name: string | undefined) {
  if (!carrier.asksForTarget) return name === undefined ? undefined : { name };
  try {
    const name = store.get().view?.project.name ?? "kaizu";
    const suggested = `${name.replaceAll(/[\\/:*?"<>|]/g, " ")}.kaizu`;
    const path = await carrier.chooseTarget(suggested);
    return path === null ? undefined : { path };
  } catch (thrown) {
    store.set({ problem: problemOf(thrown) });
    return undefined;
  }
}

function said({ path, name }: Delivered): string {
  return path === undefined
    ? t("ui-export-done-download", { name: name ?? "" })
    : t("ui-export-done-path", { path });
}

function lossesIn({ losses }: Delivered): string[] {
  return (losses ?? []).map((loss) => loss.sentence);
}

/** What was read back from the disk is said of the project looked at; of any other it is nothing to us. */
export function heardKept(store: Store, told: Extract<DeskEvent, { type: "kept" }>) {
  const { view } = store.get();
  // The view of what was just opened may still be on its way.
  store.set({ kept: told });
  // What was edited meanwhile was not read back yet.
  if (!view || view.project.path !== told.path || told.revision < view.revision) return;
  const project = { ...view.project, verified_at: told.verified_at };
  store.set({ view: { ...view, project } });
}

/** What was found damaged can no longer be changed: the window looks again, and says so as long as it is so. */
export function heardDamaged(ask: Ask) {
  void ask("look", {});
}
