/** The menu of a card: the same as that of its step in the picture. */
import type { ReactNode } from "react";
import { useRef } from "react";
import type { PanelProps } from "../../app";
import type { RecordId } from "../../contract";
import { cornerOf, isPointed, useMenu } from "../../hands/use-menu";

interface CardMenuProps extends PanelProps {
  /** Opens the field for the name of a card. */
  rename(id: RecordId): void;
  children: ReactNode;
}

export function CardMenu({ app, act, rename, children }: CardMenuProps) {
  const now = useRef(app);
  now.current = app;
  const { open, menu } = useMenu(
    () => now.current,
    act,
    ({ id }) => {
      const card = now.current.selection.at(-1);
      if (id !== "rename" || card === undefined) return false;
      rename(card);
      return true;
    },
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the menu is that of the cards in it, which have the keyboard
    <div
      className="outline"
      data-scope="cards"
      onContextMenu={(event) => {
        const row = event.target instanceof Element ? event.target.closest("[role=row]") : null;
        const id = row?.querySelector("[data-card]")?.getAttribute("data-card");
        if (!row || !id || (event.target as Element).closest("input")) return;
        event.preventDefault();
        const at = isPointed(event)
          ? { x: event.clientX, y: event.clientY }
          : cornerOf(row.getBoundingClientRect());
        open({ on: "nodes", id }, at);
      }}
    >
      {children}
      {menu}
    </div>
  );
}
