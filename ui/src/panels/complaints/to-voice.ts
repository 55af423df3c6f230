/** The way into the field for the next voice, from wherever one is, and back again. */
import type { Act, App } from "../../app";

/** By which the field is known. */
export const NEW_VOICE = "new-voice";

let from: Element | null = null;

/** Puts the cursor into the field, for a complaint of `voice`, or for what was written last. */
export function toVoice(act: Act, voice?: "staff" | "resident") {
  const here = document.activeElement;
  if (here?.id !== NEW_VOICE) from = here;
  act.show({ panel: "complaints", ...(voice ? { voicing: { voice, kind: "complaint" } } : {}) });
  // The field is there once the tab is shown.
  requestAnimationFrame(() => document.getElementById(NEW_VOICE)?.focus());
}

/** To where one came from; where that is gone, or nowhere, to the picture. */
export function fromVoice() {
  const there = from instanceof HTMLElement && from !== document.body && from.isConnected;
  const picture = document.querySelector<HTMLElement>('[data-scope="canvas"]');
  const goal = there ? (from as HTMLElement) : picture;
  goal?.focus({ preventScroll: true });
}

/** Another voice or kind for what is written, by Alt with an arrow; nothing for any other key. */
export function turned(
  voicing: App["voicing"],
  key: string,
  words: { voices: readonly string[]; kinds: readonly string[] },
): App["voicing"] | undefined {
  const { voice, kind } = voicing;
  switch (key) {
    case "ArrowUp":
      return { kind, voice: beside(words.voices, voice, -1) };
    case "ArrowDown":
      return { kind, voice: beside(words.voices, voice, 1) };
    case "ArrowLeft":
      return { voice, kind: beside(words.kinds, kind, -1) };
    case "ArrowRight":
      return { voice, kind: beside(words.kinds, kind, 1) };
    default:
      return undefined;
  }
}

/** The word before or after; behind the last one the first. */
function beside(words: readonly string[], word: string, by: number): string {
  const place = (words.indexOf(word) + by + words.length) % words.length;
  return words[place] ?? word;
}
