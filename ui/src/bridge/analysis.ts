/** Asks for findings after every change, once the hand rests; what comes too late is not taken. */
import type { Answer, Call } from "../contract";
import { REST } from "../late";
import type { Store } from "../store";
import { problemOf } from "./carrier";
import { afterAnalysis, isAbout } from "./merge";
import type { Queue } from "./queue";

type AskAnalysis = (call: Call<"analyze">) => Promise<Answer<"analyze">>;

/**
 * Keeps `app.analysis` about the flow and revision that is looked at. The flags in the picture wait in the `queue`: an
 * edit on its way stands on the view that it started from. Gives the way to stop.
 */
export function watch(store: Store, ask: AskAnalysis, queue: Queue): () => void {
  let about = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const { view, hello, played } = store.get();
    // What is found is told in words: another language asks anew. Who has played the flow knows more of it.
    const past = view?.project.past?.revision ?? "now";
    const now = view
      ? `${view.flow}@${view.revision} ${past} ${hello?.language} ${played ?? 0}`
      : "";
    if (now === about) return;
    about = now;
    clearTimeout(timer);
    if (view) timer = setTimeout(() => void analyse(store, ask, queue), REST);
  };
  const stop = store.subscribe(look);
  return () => {
    clearTimeout(timer);
    stop();
  };
}

async function analyse(store: Store, ask: AskAnalysis, queue: Queue) {
  const seen = store.get().view?.serial;
  try {
    const answer = await ask({ type: "analyze", ...(seen === undefined ? {} : { seen }) });
    store.set(({ view }) => (isAbout(view, answer) ? { analysis: answer } : {}));
    await queue.run(async () => store.set((app) => afterAnalysis(app, answer)));
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (problem.code !== "cancelled") store.set({ problem });
  }
}
