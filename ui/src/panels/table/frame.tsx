/** Where the pointer works: a press goes to a cell, a drag chooses several, two presses write in it. */
import type { MouseEvent, ReactNode, RefObject } from "react";
import { COLUMNS } from "./columns";
import { goneTo } from "./cursor";
import { edit } from "./deeds";
import { type Hand, put } from "./hand";
import { spotAt } from "./sight";
import { windowOf } from "./use-sight";
import { leave } from "./writing";

interface FrameProps {
  hand: Hand;
  frame: RefObject<HTMLDivElement | null>;
  pen: RefObject<HTMLTextAreaElement | null>;
  starts: readonly number[];
  children: ReactNode;
}

export function Frame({ hand, frame, pen, starts, children }: FrameProps) {
  const spot = (event: { clientX: number; clientY: number }) => {
    const here = frame.current;
    if (!here) return undefined;
    const { left, top } = here.getBoundingClientRect();
    const at = { x: event.clientX - left, y: event.clientY - top };
    return spotAt(at.x, at.y, starts, windowOf(here), hand.shown().size.rows);
  };
  const pressed = (event: MouseEvent) => {
    const to = isOnRow(event) && event.button === 0 ? spot(event) : undefined;
    if (!to) return;
    event.preventDefault();
    leave(hand);
    const { cursor, size } = hand.shown();
    const isNumber = COLUMNS[to.column]?.id === "number";
    const next = goneTo(cursor, to, size, event.shiftKey ? "extend" : undefined);
    put(hand, isNumber ? { ...next, span: "rows" } : next);
    pen.current?.focus();
    drag((moved) => {
      const end = spot(moved);
      const { cursor: now } = hand.shown();
      if (end) put(hand, goneTo(now, end, hand.shown().size, "extend"));
    });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard is in the field above the cell
    <div
      ref={frame}
      className="table-frame"
      onMouseDown={pressed}
      onDoubleClick={(event) => isOnRow(event) && !hand.state().edit && edit(hand)}
    >
      {children}
    </div>
  );
}

function isOnRow({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest(".table-rows") !== null;
}

function drag(moved: (event: globalThis.MouseEvent) => void) {
  let last = "";
  const move = (event: globalThis.MouseEvent) => {
    const here = `${event.clientX} ${event.clientY}`;
    if (here !== last) moved(event);
    last = here;
  };
  const end = () => {
    window.removeEventListener("mousemove", move);
    window.removeEventListener("mouseup", end);
  };
  window.addEventListener("mousemove", move);
  window.addEventListener("mouseup", end);
}
