/** The menu at the pointer, or at what the keyboard stands on. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import {
  Keyboard,
  Menu,
  MenuItem,
  Popover,
  Separator,
  SubmenuTrigger,
} from "react-aria-components";
import type { Point } from "../contract";
import { shown } from "../keys";
import { t } from "../text";
import type { Entry } from "./entries";
import "./hands.css";

export interface ContextMenuProps {
  /** Where, in the window. */
  at: Point;
  sections: readonly (readonly Entry[])[];
  /** Called once with what was chosen, when the menu is gone; with nothing where it was only closed. */
  onClose(chosen?: Entry): void;
}

export function ContextMenu({ at, sections, onClose }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (!anchor.current) return;
    anchor.current.style.left = `${at.x}px`;
    anchor.current.style.top = `${at.y}px`;
  }, [at]);
  useOnlyMenu(onClose);
  return (
    <>
      <span ref={anchor} className="menu-anchor" aria-hidden="true" />
      <Popover
        className="pop menu"
        aria-label={t("ui-menu")}
        triggerRef={anchor as RefObject<Element | null>}
        placement="bottom start"
        offset={2}
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <Menu aria-label={t("ui-menu")} autoFocus="first">
          {sections.map((section, place) => (
            <Section
              key={section[0]?.id}
              entries={section}
              isFirst={place === 0}
              onChoose={(entry) => onClose(entry)}
            />
          ))}
        </Menu>
      </Popover>
    </>
  );
}

/** While it is open the right button opens no other menu: beside it, it closes this one. */
function useOnlyMenu(onClose: () => void) {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const pressed = (event: Event) => {
      event.preventDefault();
      const isInside = event.target instanceof Element && event.target.closest(".menu") !== null;
      if (!isInside) close.current();
    };
    // The press that opened it is still on its way.
    const timer = setTimeout(() => document.addEventListener("contextmenu", pressed));
    return () => {
      clearTimeout(timer);
      document.removeEventListener("contextmenu", pressed);
    };
  }, []);
}

interface SectionProps {
  entries: readonly Entry[];
  isFirst: boolean;
  onChoose(entry: Entry): void;
}

function Section({ entries, isFirst, onChoose }: SectionProps) {
  return (
    <>
      {!isFirst && <Separator className="menu-line" />}
      {entries.map((entry) =>
        entry.entries ? (
          <SubmenuTrigger key={entry.id}>
            <Item entry={entry} />
            <Popover className="pop menu" offset={-2} crossOffset={-5}>
              <Menu aria-label={entry.word}>
                {entry.entries.map((one) => (
                  <Item key={one.id} entry={one} onChoose={onChoose} />
                ))}
              </Menu>
            </Popover>
          </SubmenuTrigger>
        ) : (
          <Item key={entry.id} entry={entry} onChoose={onChoose} />
        ),
      )}
    </>
  );
}

function Item({ entry, onChoose }: { entry: Entry; onChoose?(entry: Entry): void }) {
  return (
    <MenuItem
      id={entry.id}
      className="menu-item"
      textValue={entry.word}
      {...(onChoose ? { onAction: () => onChoose(entry) } : {})}
    >
      <span className="menu-word">{entry.word}</span>
      {entry.keys !== undefined && <Keyboard className="menu-keys">{shown(entry.keys)}</Keyboard>}
      {entry.entries && <span aria-hidden="true">▸</span>}
    </MenuItem>
  );
}
