/** What Rust answered about two flows, shared by all who show it and asked for once. */
import { useEffect, useSyncExternalStore } from "react";
import type { Act, App } from "../../app";
import type { Comparison, View } from "../../contract";
import { createEars } from "../../ears";
import { wholePainting } from "../../painting";
import type { Proposal } from "../told";
import { type Pair, pairOf } from "./pair";

export interface Compared extends Pair {
  /** The project it is about: each counts its flows and edits from one. */
  path: string;
  /** The revision it is about. */
  revision: number;
  comparison: Comparison;
  /** Absent where the to-be was drawn by hand. */
  proposal?: Proposal;
}

let known: Compared | undefined;
let asked = "";
const ears = createEars();

/** Both flows and their changes, as soon as they are there; of an earlier revision until newer ones arrive. */
export function useCompared(app: App, act: Act, isWanted: boolean): Compared | undefined {
  const compared = useSyncExternalStore(ears.hear, () => known);
  const { view, hello } = app;
  const pair = view && pairOf(view);
  const path = view?.project.path ?? "";
  const key = pair && view ? keyOf(pair, momentOf(view), path, hello?.language) : "";
  const revision = view?.revision ?? 0;
  useEffect(() => {
    if (!isWanted || !pair || key === asked) return;
    asked = key;
    void answered(act, pair, { path, revision }).then((answer) => {
      if (asked !== key) return;
      if (answer) tell(answer);
      else asked = "";
    });
  }, [isWanted, pair, key, path, revision, act]);
  const isOfThis = compared?.before === pair?.before && compared?.after === pair?.after;
  return isOfThis && compared?.path === path ? compared : undefined;
}

type Moment = Pick<Compared, "path" | "revision">;

async function answered(act: Act, pair: Pair, moment: Moment): Promise<Compared | undefined> {
  const { before, after } = pair;
  const sent = await act.ask("compare", { before, after });
  const proposal = pair.isComposed ? await act.ask("proposal", { flow: after }) : undefined;
  if (!sent) return undefined;
  const [above, below] = [wholePainting(sent.above), wholePainting(sent.below)];
  const comparison = { ...sent, above, below };
  return { ...pair, ...moment, comparison, ...(proposal ? { proposal } : {}) };
}

function keyOf(pair: Pair, moment: string, path: string, language: string | undefined) {
  return [path, pair.before, pair.after, moment, language].join(" ");
}

/** Now, or the moment looked back at. */
function momentOf({ revision, project }: View): string {
  return `${revision} ${project.past?.revision ?? "now"}`;
}

function tell(answer: Compared) {
  known = answer;
  ears.tell();
}
