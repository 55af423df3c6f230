/** A step that is typed and not yet written: it waits while one looks elsewhere, and after the window ended. */
import { useSyncExternalStore } from "react";
import { createEars } from "../../ears";

const KEPT = "kaizu-unwritten ";

/** What was typed in this window: the same for all who show it, also where an answer comes when nobody does any longer. */
const typed = new Map<string, string>();
const ears = createEars();

/** What is typed for the project at `path`, and the way to change it. */
export function useUnwritten(path: string) {
  const text = useSyncExternalStore(ears.hear, () => unwrittenAt(path));
  const setText = (next: string | ((now: string) => string)) =>
    setUnwritten(path, typeof next === "string" ? next : next(unwrittenAt(path)));
  return [text, setText] as const;
}

export function unwrittenAt(path: string): string {
  return typed.get(path) ?? remembered(path);
}

export function setUnwritten(path: string, text: string) {
  typed.set(path, text);
  remember(path, text);
  ears.tell();
}

function remembered(path: string): string {
  try {
    return localStorage.getItem(KEPT + path) ?? "";
  } catch {
    return "";
  }
}

function remember(path: string, text: string) {
  try {
    if (text === "") localStorage.removeItem(KEPT + path);
    else localStorage.setItem(KEPT + path, text);
  } catch {
    // Then it lasts as long as the window.
  }
}

/** Nothing that was typed for the project at `path` is kept any longer. */
export function forgetUnwritten(path: string) {
  for (const key of [...typed.keys()]) if (key.startsWith(path)) typed.delete(key);
  try {
    const kept = Object.keys(localStorage).filter((key) => key.startsWith(KEPT + path));
    for (const key of kept) localStorage.removeItem(key);
  } catch {
    // Then nothing was kept.
  }
  ears.tell();
}
