/** The way to a field: whoever says what is missing can put the cursor where it is entered. */
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import type { PanelProps } from "../../app";
import type { RecordId } from "../../contract";
import { kindOf } from "../flow-records";

interface Wish {
  id: RecordId;
  attribute: string;
}

interface Way {
  /** Where somebody wants to go. */
  wish: Wish | undefined;
  go(id: RecordId, attribute: string): void;
}

const Ways = createContext<Way>({ wish: undefined, go: () => undefined });

export function useWay(): Way {
  return useContext(Ways);
}

/** Frames in which a group that was closed has opened. */
const PATIENCE = 30;

/** Goes where one of `children` wants to: chooses what it is about, opens the group, and sets the cursor there. */
export function WaysToFields({ app, act, children }: PanelProps & { children: ReactNode }) {
  const page = useRef<HTMLDivElement>(null);
  const [wish, setWish] = useState<Wish>();
  useEffect(() => {
    if (!wish) return;
    let left = PATIENCE;
    const look = () => {
      left -= 1;
      if (left < 0 || isReached(page.current, wish)) setWish(undefined);
      else frame = requestAnimationFrame(look);
    };
    let frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [wish]);
  const go = (id: RecordId, attribute: string) => {
    const isShown = app.selection.includes(id) || app.view?.process === id;
    if (kindOf(id) === "process") act.select([]);
    else if (!isShown) act.select([id], { reveal: true });
    setWish({ id, attribute });
  };
  return (
    <Ways value={{ wish, go }}>
      <div ref={page}>{children}</div>
    </Ways>
  );
}

/** Whether the cursor could be set where `wish` wants it. */
function isReached(page: HTMLElement | null, { id, attribute }: Wish): boolean {
  const field = page?.querySelector<HTMLElement>(
    `[data-about~="${id}"] [data-attribute="${attribute}"] :is(input, textarea, button)`,
  );
  field?.focus();
  return field !== null && field !== undefined && document.activeElement === field;
}
