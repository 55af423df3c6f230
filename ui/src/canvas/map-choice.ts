/** Whether the map is wanted: chosen once, and kept on this computer. */
import { useSyncExternalStore } from "react";
import { createEars } from "../ears";

const KEPT = "kaizu-map";
const ears = createEars();
let isHidden = remembered();

/** Whether the map is shown where the picture is large. */
export function useMapChoice(): boolean {
  return !useSyncExternalStore(ears.hear, () => isHidden);
}

/** Shows the map, or puts it away. */
export function turnMap(): void {
  isHidden = !isHidden;
  try {
    localStorage.setItem(KEPT, isHidden ? "hidden" : "shown");
  } catch {
    // Then it holds until the window ends.
  }
  ears.tell();
}

function remembered(): boolean {
  try {
    return localStorage.getItem(KEPT) === "hidden";
  } catch {
    return false;
  }
}
