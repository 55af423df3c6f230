/** How bright the window is, kept on this computer until it is changed. */
import type { Appearance } from "../app";

const KEPT = "kaizu-appearance";
const ALL: readonly Appearance[] = ["system", "light", "dark"];

/** What was chosen last; as the computer has it where nothing was, or nothing can be kept. */
export function keptAppearance(): Appearance {
  try {
    const kept = localStorage.getItem(KEPT);
    return ALL.find((one) => one === kept) ?? "system";
  } catch {
    return "system";
  }
}

export function keepAppearance(appearance: Appearance): void {
  try {
    localStorage.setItem(KEPT, appearance);
  } catch {
    // Then it is chosen again the next time.
  }
}
