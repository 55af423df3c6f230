/** Where a problem is said: in the dialog in which it came, or beside the picture where none was open. */
import type { App } from "../../app";
import type { Problem } from "../../contract";
import type { Store } from "../../store";
import { isUnsaved } from "./ways-out";

/** The problem that is said where one is now. */
export function problemHere({ problem, problemIn, dialog }: App): Problem | undefined {
  return problemIn === dialog ? problem : undefined;
}

/** Who turns away leaves behind what went wrong there; what does not get to the disk is still so. */
export function turnAway(store: Store): void {
  const { problem } = store.get();
  if (!problem || !problemHere(store.get())) return;
  if (isUnsaved(problem)) store.drop("problemIn");
  else store.drop("problem");
}
