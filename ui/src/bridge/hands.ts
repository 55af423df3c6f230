/** What is chosen, on the clipboard and back: Rust says what it is as text, and reads it again in any window. */
import type { Act } from "../app";
import type { RecordId, View } from "../contract";
import { isList } from "../panels/list/is-list";
import type { Store } from "../store";
import { t } from "../text";
import { isNode } from "../tools/graph";
import { type Carrier, type Pasted, problemOf } from "./carrier";
import type { Ask } from "./desk";

export function hands(store: Store, carrier: Carrier, ask: Ask) {
  const caught = async <T>(task: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await task();
    } catch (thrown) {
      store.set({ problem: problemOf(thrown) });
      return undefined;
    }
  };
  const chosen = () => ({ nodes: store.get().selection.filter(isNode) });
  const say = (title: string) => store.set({ done: { title, lines: [] } });
  /** What Rust says of the copy, once it is on the clipboard. */
  const copied = async () => {
    store.drop("problem", "done");
    const made = await ask("copy_selection", chosen());
    const put = made && (await caught(() => carrier.copyText(made.text).then(() => true)));
    return put ? made.told : undefined;
  };
  /** Chooses what was not there before, so that one can go on with it. */
  const added = async (edit: () => Promise<unknown>, told: string) => {
    store.drop("problem", "done");
    const before = store.get().view;
    if (!(await edit())) return false;
    const made = newNodes(before, store.get().view);
    choose(store, made);
    say(t(told, { n: made.length }));
    return true;
  };
  return {
    copy: async () => {
      const told = await copied();
      if (told !== undefined) say(told);
    },
    cut: async () => {
      const nodes = chosen();
      // What did not get onto the clipboard stays where it is.
      if ((await copied()) === undefined) return;
      if (await ask("cut", nodes)) say(t("ui-hands-cut", { n: nodes.nodes.length }));
    },
    duplicate: async () => void (await added(() => ask("duplicate", chosen()), "ui-hands-twice")),
    pasteList: async (list) => {
      const isDone = await added(() => ask("paste_list", { list }), "ui-list-done");
      // What was done is said where the dialog was.
      if (isDone) store.drop("dialog", "list");
      return isDone;
    },
    paste: async (given) => {
      const pasted = given ?? (await caught(() => carrier.readClipboard()));
      if (!pasted) return;
      const at = store.get().selection.findLast((id) => isNode(id) || id.startsWith("edge/"));
      const call = { text: pasted.text, ...(at === undefined ? {} : { at }) };
      const isDone = await added(() => ask("paste", call), "ui-hands-pasted");
      if (!isDone && store.get().problem?.code === "no-excerpt") pasteOther(store, pasted);
    },
  } satisfies Partial<Act>;
}

/**
 * What is no piece of a flow, a list or a table of another program, goes on here; its `html` is what that program says
 * besides the letters. The line below the header says what can be pasted.
 */
function pasteOther(store: Store, pasted: Pasted) {
  const { text, html } = pasted;
  if (isList(pasted) && !store.get().view?.project.read_only) {
    store.drop("problem");
    store.set({ dialog: "list", list: pasted });
    return;
  }
  if (text.trim() !== "" || html.trim() !== "") return;
  store.drop("problem");
  store.set({ done: { title: t("ui-hands-empty"), lines: [] } });
}

function choose(store: Store, ids: readonly RecordId[]) {
  const last = ids.at(-1);
  if (last === undefined) return;
  store.set(({ aim }) => ({
    selection: ids,
    focused: last,
    aim: { count: aim.count + 1, at: { ids } },
  }));
}

/** The nodes of `after` that `before` did not have, in the order of the list. */
export function newNodes(before: View | undefined, after: View | undefined): RecordId[] {
  if (!before || !after) return [];
  const rank = (id: RecordId) => Object.values(after.records[id] ?? {})[0]?.rank ?? 0;
  return Object.keys(after.records)
    .filter((id) => isNode(id) && !(id in before.records))
    .sort((one, other) => rank(one) - rank(other));
}
