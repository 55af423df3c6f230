/** From a key pressed to the shortcut it means. */
import type { Act, App } from "./app";
import type { Shortcut } from "./shortcut";
import { shortcuts } from "./shortcuts";
import { isComposing } from "./widgets/composing";

/** Carries out shortcuts wherever the focus is. Gives the way to stop. */
export function listenToKeys(now: () => App, act: Act): () => void {
  const pressed = (event: KeyboardEvent) => {
    const shortcut = meant(event, now());
    if (!shortcut?.run) return;
    event.preventDefault();
    void shortcut.run(now(), act);
  };
  window.addEventListener("keydown", pressed);
  return () => window.removeEventListener("keydown", pressed);
}

/** The shortcut that `event` means where it happened; nothing while an input method is at work. */
export function meant(event: KeyboardEvent, app: App): Shortcut | undefined {
  if (isComposing(event) || event.defaultPrevented) return undefined;
  const target = event.target instanceof Element ? event.target : undefined;
  // Behind an open dialog nothing is done.
  if (target?.closest("[role=dialog]")) return undefined;
  const scope = target?.closest("[data-scope]")?.getAttribute("data-scope");
  const field = target?.closest("input, textarea, [contenteditable=true]") ?? undefined;
  return shortcuts.find(
    (shortcut) =>
      shortcut.keys.some((key) => isKey(key, event)) &&
      isOpen(shortcut, app) &&
      isIn(shortcut, scope, app) &&
      (!field || mayTake(shortcut, field)),
  );
}

/** Whether it may do what it does: what can only be read is not changed. */
export function isOpen(shortcut: Shortcut, app: App): boolean {
  return !(shortcut.edits && app.view?.project.read_only);
}

function isIn(
  { scope, isAlsoMeant }: Shortcut,
  here: string | null | undefined,
  app: App,
): boolean {
  if (app.dialog !== undefined) return false;
  if (isAlsoMeant === "outside" && typeof here !== "string") return true;
  if (scope === "steps") return here === "canvas" || here === "cards";
  return scope === "anywhere" || scope === here;
}

/** A field that is being written in keeps its own undo; plain keys always belong to it. */
function mayTake(shortcut: Shortcut, field: Element): boolean {
  if (shortcut.inFields === "always") return true;
  return shortcut.inFields === "unchanged" && isUnchanged(field);
}

/** Inputs in which nothing is written. */
const UNWRITTEN: ReadonlySet<string> = new Set(["checkbox", "radio", "range"]);

function isUnchanged(field: Element): boolean {
  if (field instanceof HTMLElement && field.dataset.unchanged !== undefined) return true;
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  return isText && (field.value === "" || UNWRITTEN.has(field.type));
}

function isKey(key: string, event: KeyboardEvent): boolean {
  const parts = key.split("+");
  const name = key.endsWith("++") ? "+" : (parts.at(-1) ?? "");
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  // What a key gives with Shift differs between keyboards: for signs, Shift is part of the sign.
  const isSign = name.length === 1 && !/[a-z0-9]/.test(name);
  return (
    event.key.toLowerCase() === name.toLowerCase() &&
    (event.ctrlKey || event.metaKey) === wants("Ctrl") &&
    event.altKey === wants("Alt") &&
    (isSign || event.shiftKey === wants("Shift"))
  );
}

/** A key as it stands on the keyboard. */
export function shown(key: string): string {
  const names: Record<string, string> = {
    ArrowRight: "→",
    ArrowLeft: "←",
    ArrowUp: "↑",
    ArrowDown: "↓",
    Escape: "Esc",
    ContextMenu: "☰",
  };
  return key
    .split("+")
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join("+");
}
