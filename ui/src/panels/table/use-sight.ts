/** What of the table is in sight, and how wide its columns are. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from "react";
import { COLUMNS, type TableColumn, type Widths, widened, widthOf } from "./columns";
import type { Cursor } from "./cursor";
import { scrolledTo, type Window } from "./sight";

const UNSEEN: Window = { left: 0, top: 0, width: 0, height: 0 };

export function useSight(frame: RefObject<HTMLElement | null>): Window {
  const [sight, setSight] = useState(UNSEEN);
  const look = useCallback(() => frame.current && setSight(windowOf(frame.current)), [frame]);
  useLayoutEffect(() => void look(), [look]);
  useEffect(() => {
    const here = frame.current;
    if (!here) return;
    const size = new ResizeObserver(look);
    size.observe(here);
    here.addEventListener("scroll", look, { passive: true });
    return () => {
      size.disconnect();
      here.removeEventListener("scroll", look);
    };
  }, [frame, look]);
  return sight;
}

export function windowOf(frame: HTMLElement): Window {
  const { scrollLeft: left, scrollTop: top, clientWidth: width, clientHeight: height } = frame;
  return { left, top, width, height };
}

/** Scrolls so that the end of what is chosen is seen, whenever that moved. */
export function useFollowing(
  frame: RefObject<HTMLElement | null>,
  { at, head, span }: Cursor,
  starts: readonly number[],
): void {
  // Of whole rows and columns the corner says nothing about where one looks.
  const { row, column } = span === "cells" ? head : at;
  useLayoutEffect(() => {
    const here = frame.current;
    if (!here) return;
    const to = scrolledTo({ row, column }, starts, windowOf(here));
    here.scrollLeft = to.left;
    here.scrollTop = to.top;
  }, [frame, row, column, starts]);
}

const KEPT = "kaizu-table-widths";

/** Widths are kept on this computer. */
export function useWidths(): {
  widths: Widths;
  widen(column: TableColumn, width: number): void;
} {
  const [widths, setWidths] = useState(remembered);
  const [widen] = useState(() => (column: TableColumn, width: number) => {
    setWidths((had) => remember(widened(had, column, width)));
  });
  return { widths, widen };
}

function remembered(): Widths {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "{}");
    if (typeof kept !== "object" || kept === null) return {};
    const own = new Map(Object.entries(kept));
    return COLUMNS.reduce<Widths>((all, column) => {
      const width: unknown = own.get(column.id);
      return typeof width === "number" ? widened(all, column, width) : all;
    }, {});
  } catch {
    return {};
  }
}

function remember(widths: Widths): Widths {
  try {
    localStorage.setItem(KEPT, JSON.stringify(widths));
  } catch {
    // Then they last as long as the window.
  }
  return widths;
}

/** How much wider a press on a key makes a column. */
const BIT = 16;

export function bitWider(column: TableColumn, widths: Widths, by: 1 | -1): number {
  return widthOf(column, widths) + by * BIT;
}
