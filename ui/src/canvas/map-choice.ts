/** Whether the map is wanted: chosen once, and kept on this computer. */
import { useSyncExternalStore } from "react";

const KEPT = "kaizu-map";
const ears = new Set<() => void>();
let isHidden = remembered();

/** Whether the map is shown where the picture is large. */
export function useMapChoice(): boolean {
  return !useSyncExternalStore(hear, () => isHidden);
}

/** Shows the map, or puts it away. */
export function turnMap(): void {
  isHidden = !isHidden;
  try {
    localStorage.setItem(KEPT, isHidden ? "hidden" : "shown");
  } catch {
    // Then it holds until the window ends.
  }
  for (const ear of ears) ear();
}

function hear(ear: () => void): () => void {
  ears.add(ear);
  return () => ears.delete(ear);
}

function remembered(): boolean {
  try {
    return localStorage.getItem(KEPT) === "hidden";
  } catch {
    return false;
  }
}
