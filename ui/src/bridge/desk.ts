/** The window's side of the desk: sends in order, merges answers into the store, catches every problem. */
import type { Act, App, Search } from "../app";
import type { Answer, Asked, Call, Question, SentView, View } from "../contract";
import { turnAway } from "../panels/problems/here";
import { isUnsaved } from "../panels/problems/ways-out";
import type { Store } from "../store";
import { learn } from "../text";
import { watch } from "./analysis";
import { type Carrier, problemOf } from "./carrier";
import { delivery } from "./delivery";
import { hands } from "./hands";
import { heardDamaged, heardKept, keeping } from "./keeping";
import { afterView } from "./merge";
import { createQueue } from "./queue";

/** Asks the desk, behind everything asked before; every problem ends in the store. */
export type Ask = <Q extends Question>(
  question: Q,
  /**
   * What is asked; a function is called when its turn comes, so that it stands on the newest view, and nothing is asked where
   * it gives nothing.
   */
  asked: Asked<Q> | (() => Asked<Q> | undefined),
  /** Called when it was answered, before that is drawn. */
  done?: () => void,
) => Promise<Answer<Q> | undefined>;

/** What looks at the document as it is, changes nothing, and may take long: no edit waits for it. */
const APART: readonly Question[] = ["forecast", "try_out", "what_matters"];

/** What `store` and `carrier` let the window do. Begins by itself with what is open, else with the start. */
export function desk(store: Store, carrier: Carrier): Act {
  const queue = createQueue();
  const ask: Ask = (question, asked, done) => {
    // What goes wrong meanwhile was not seen yet: it stays.
    const said = store.get();
    const run = () => caught(store, carrier, said, question, asked, done);
    return APART.includes(question) ? run() : queue.run(run);
  };
  watch(store, (call) => carrier.call(call), queue);
  carrier.listen((told) => {
    if (told.type === "progress") heardProgress(store, told);
    if (told.type === "told") store.set({ problem: told.problem });
    if (told.type === "opened") void ask("look", {});
    if (told.type === "kept") heardKept(store, told);
    if (told.type === "damaged") heardDamaged(ask);
  });
  void begin(store, carrier, ask);
  const files = delivery(store, carrier, ask);
  return {
    ...moves(store),
    ...questions(store, carrier, ask),
    ...files,
    ...hands(store, carrier, ask),
    ...keeping(store, carrier, ask, files.deliver),
  };
}

/** What stood in the window when something was asked. */
type Said = Pick<App, "problem" | "done">;

/** What was said of the last edit, or of another project, is over. */
function over(store: Store, said: Said, ...what: (keyof Said)[]) {
  store.drop(...what.filter((key) => store.get()[key] === said[key]));
}

/** What follows from an answer, whatever was asked. */
function heard(store: Store, said: Said, question: Question, answer: unknown) {
  if (isEdit(question)) {
    store.drop("isUnsaved");
    over(store, said, "problem");
  }
  if (!isView(answer)) return;
  const had = store.get().view;
  // What was moved is still the same.
  if (question !== "move_to" && isOther(had, answer)) {
    if (had) leave(store);
    over(store, said, "problem", "done");
  }
  store.set((app) => afterView(app, answer));
}

async function caught<Q extends Question>(
  store: Store,
  carrier: Carrier,
  said: Said,
  question: Q,
  asked: Asked<Q> | (() => Asked<Q> | undefined),
  done?: () => void,
): Promise<Answer<Q> | undefined> {
  const given = typeof asked === "function" ? asked() : asked;
  if (given === undefined) return undefined;
  const seen = store.get().view?.serial;
  const call = { type: question, ...given, ...(seen === undefined ? {} : { seen }) } as Call<Q>;
  store.set((app) => ({ pending: app.pending + 1 }));
  try {
    const answer = await carrier.call(call);
    heard(store, said, question, answer);
    done?.();
    return answer;
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (problem.code !== "cancelled") store.set({ problem });
    if (isEdit(question) && isUnsaved(problem)) store.set({ isUnsaved: true });
    return undefined;
  } finally {
    store.set((app) => ({ pending: app.pending - 1 }));
  }
}

const EDITS: readonly Question[] = [
  "send",
  "cut",
  "paste",
  "paste_list",
  "duplicate",
  "write_cells",
  "write_text",
  "write_way",
  "replace",
  "propose",
  "decide",
  "assume",
  "set_aside",
  "add_process",
  "undo",
  "redo",
  "restore",
  "reopen",
  "edit_copy",
  "open",
];

/** Whether what it asks for has to get to the disk, or begins with what is there. */
function isEdit(question: Question): boolean {
  return EDITS.includes(question);
}

function isView(answer: unknown): answer is SentView {
  return typeof answer === "object" && answer !== null && "whole" in answer && "records" in answer;
}

/** Whether `next` shows another project than the one that was looked at, if any. */
function isOther(had: View | undefined, next: SentView): boolean {
  return next.whole && had?.project.path !== next.project.path;
}

/** Nothing of one project is shown beside another. */
function leave(store: Store) {
  store.drop("view", "analysis", "writing", "focused", "search", "tour");
  store.set({ selection: [], middle: "picture", history: false });
}

async function begin(store: Store, carrier: Carrier, ask: Ask) {
  const hello = await ask("hello", {});
  if (!hello) return;
  learn(hello.language, hello.catalogue);
  store.set({ hello });
  try {
    const view = await carrier.call({ type: "look" });
    store.set((app) => afterView(app, view));
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (problem.code !== "nothing-open") store.set({ problem });
    await toStart(store, ask);
  }
}

async function toStart(store: Store, ask: Ask) {
  const start = await ask("start", {});
  if (start) store.set({ start, screen: "start" });
}

function heardProgress(store: Store, told: { job: string; found: number }) {
  store.set((app) => (app.job?.id === told.job ? { job: { ...app.job, found: told.found } } : {}));
}

const NO_SEARCH: Search = { text: "", at: 0, isReplacing: false };

/** What changes only the window. */
function moves(store: Store) {
  return {
    select: (ids, how) => {
      const last = ids.at(-1);
      if (last === undefined) store.drop("focused");
      store.set((app) => ({
        selection: [...ids],
        ...(last === undefined ? {} : { focused: last }),
        ...(how?.reveal ? { aim: { count: app.aim.count + 1, at: { ids } } } : {}),
      }));
    },
    show: (what) => {
      if (what.history) {
        turnAway(store);
        store.drop("done");
      }
      store.set(what);
    },
    search: (change) => {
      if (!change) store.drop("search");
      else store.set(({ search }) => ({ search: { ...(search ?? NO_SEARCH), ...change } }));
    },
    guide: (tour) => (tour === undefined ? store.drop("tour") : store.set({ tour })),
    openDialog: (dialog) => {
      // What was said beside the picture waits there.
      if (store.get().dialog !== undefined) turnAway(store);
      store.drop("done");
      store.set({ dialog });
    },
    closeDialog: () => {
      if (store.get().dialog !== undefined) turnAway(store);
      store.drop("dialog", "list", "done");
    },
    setCamera: (camera) => store.set({ camera }),
    aim: (at) => store.set((app) => ({ aim: { count: app.aim.count + 1, at } })),
    focus: (id) => (id === undefined ? store.drop("focused") : store.set({ focused: id })),
    write: (writing) => (writing ? store.set({ writing }) : store.drop("writing")),
    dismissProblem: () => store.drop("problem"),
  } satisfies Partial<Act>;
}

/** What takes a while, and can be stopped. */
function longWork(store: Store, carrier: Carrier, ask: Ask) {
  return {
    work: async (question, asked, job) => {
      store.set({ job: { ...job, found: 0 } });
      const answer = await ask(question, asked);
      // Other work may have begun meanwhile.
      if (store.get().job?.id === job.id) store.drop("job");
      if (question === "try_out" && answer) store.set(({ played = 0 }) => ({ played: played + 1 }));
      return answer;
    },
    cancel: () => {
      const { job } = store.get();
      if (job) void carrier.call({ type: "cancel", job: job.id }).catch(() => undefined);
    },
  } satisfies Partial<Act>;
}

/** What asks Rust. */
function questions(store: Store, carrier: Carrier, ask: Ask) {
  const afresh: Ask = (question, asked, done) => {
    store.drop("problem", "done");
    return ask(question, asked, done);
  };
  return {
    ask,
    send: async (make, done) => {
      const command = () => {
        const { view } = store.get();
        let next = view?.next ?? 1;
        const made = make(() => next++, view);
        return made && { command: made };
      };
      return (await afresh("send", command, done)) !== undefined;
    },
    undo: () => void afresh("undo", {}),
    redo: () => void afresh("redo", {}),
    look: (what) => void ask("look", what),
    ...longWork(store, carrier, ask),
    setLanguage: (language) => {
      void ask("set_language", { language }).then((hello) => {
        if (!hello) return;
        learn(hello.language, hello.catalogue);
        store.set({ hello });
        if (store.get().view) void ask("look", {});
      });
    },
    setAppearance: (appearance) => {
      void ask("set_appearance", { appearance }).then((hello) => hello && store.set({ hello }));
    },
    skipTour: () => void ask("skip_tour", {}).then((hello) => hello && store.set({ hello })),
    open: async (path) => void (await ask("open", { path })),
    openSample: async (sample) => void (await ask("open_sample", { sample })),
    // A new process has to be written first, whatever form of another one was looked at.
    create: async (name) =>
      void (await ask("create", { name }, () => store.set({ left: "outline" }))),
    forget: async (path) => {
      const start = await ask("forget", { path });
      if (start) store.set({ start });
    },
    close: async () => {
      const start = await ask("close", {});
      if (!start) return;
      leave(store);
      store.drop("problem", "done", "dialog", "list");
      store.set({ start, screen: "start" });
    },
  } satisfies Partial<Act>;
}
