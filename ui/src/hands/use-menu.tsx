/** A context menu: opened by the right button, the menu key or a button, it carries out what is chosen in it. */
import { type ReactNode, useRef, useState } from "react";
import type { Act, App } from "../app";
import type { Point } from "../contract";
import { ContextMenu } from "./context-menu";
import { type Entry, sectionsFor } from "./entries";
import { chosenFor, type Target } from "./target";

interface Open {
  at: Point;
  sections: readonly (readonly Entry[])[];
}

export interface MenuState {
  isOpen: boolean;
  /** Opens it at `at` in the window, about `target`. */
  open(target: Target, at: Point): void;
  /** The menu while it is open. */
  menu: ReactNode;
}

/** `instead` carries out by itself what it says true of. */
export function useMenu(now: () => App, act: Act, instead?: (entry: Entry) => boolean): MenuState {
  const [open, setOpen] = useState<Open>();
  const before = useRef<Element>(null);
  return {
    isOpen: open !== undefined,
    open(target, at) {
      const app = now();
      const selection = chosenFor(target, app.selection);
      before.current = document.activeElement;
      act.select(selection);
      const sections = sectionsFor({ ...app, selection }, target);
      if (sections.length > 0) setOpen({ at, sections });
    },
    menu: open && (
      <ContextMenu
        at={open.at}
        sections={open.sections}
        onClose={(entry) => {
          setOpen(undefined);
          if (entry) afterwards(before.current, () => instead?.(entry) || entry.run?.(now(), act));
        }}
      />
    ),
  };
}

/** Once the menu is gone and the keyboard is back where it was: what is chosen may take it elsewhere. */
function afterwards(before: Element | null, act: () => void) {
  requestAnimationFrame(() => {
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    act();
  });
}

/** Where a menu stands that was opened from the keyboard: at the lower left corner of what it is about. */
export function cornerOf(box: { left: number; bottom: number }): Point {
  return { x: box.left + 8, y: box.bottom - 4 };
}

/** Whether the right button opened it; else it was a key. */
export function isPointed(event: { button: number }): boolean {
  return event.button === 2;
}
