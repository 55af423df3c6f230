/** A step that is typed and not yet written: it waits while one looks elsewhere, and after the window ended. */
import { useState } from "react";

const KEPT = "kaizu-unwritten ";

/** What is typed for the project at `path`, and the way to change it. */
export function useUnwritten(path: string) {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const text = texts[path] ?? remembered(path);
  const setText = (next: string | ((now: string) => string)) =>
    setTexts((had) => {
      const now = had[path] ?? remembered(path);
      return { ...had, [path]: remember(path, typeof next === "string" ? next : next(now)) };
    });
  return [text, setText] as const;
}

function remembered(path: string): string {
  try {
    return localStorage.getItem(KEPT + path) ?? "";
  } catch {
    return "";
  }
}

function remember(path: string, text: string): string {
  try {
    if (text === "") localStorage.removeItem(KEPT + path);
    else localStorage.setItem(KEPT + path, text);
  } catch {
    // Then it lasts as long as the window.
  }
  return text;
}

/** Nothing that was typed for the project at `path` is kept any longer. */
export function forgetUnwritten(path: string) {
  try {
    const kept = Object.keys(localStorage).filter((key) => key.startsWith(KEPT + path));
    for (const key of kept) localStorage.removeItem(key);
  } catch {
    // Then nothing was kept.
  }
}
