/** A part of the window that takes the whole of it, and of the screen where the system lets it. */
import { type RefObject, useCallback, useEffect, useState } from "react";

/** Whether it is so large, and the way to make it so and back. */
export function usePresenting(root: RefObject<HTMLElement | null>) {
  const [isPresenting, setPresenting] = useState(false);
  const present = useCallback(
    (is: boolean) => {
      setPresenting(is);
      // Where a system has no such thing, the whole window is large enough.
      if (is) void root.current?.requestFullscreen?.().catch(() => undefined);
      else if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    },
    [root],
  );
  useEffect(() => {
    if (!isPresenting) return;
    const hidden = othersThan(root.current);
    for (const element of hidden) element.inert = true;
    const left = () => {
      if (!document.fullscreenElement) setPresenting(false);
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.key === "Escape") present(false);
    };
    document.addEventListener("fullscreenchange", left);
    window.addEventListener("keydown", pressed);
    return () => {
      for (const element of hidden) element.inert = false;
      document.removeEventListener("fullscreenchange", left);
      window.removeEventListener("keydown", pressed);
    };
  }, [isPresenting, present, root]);
  return { isPresenting, present };
}

/** Everything that is behind it: whoever goes on with Tab does not get lost there. */
function othersThan(element: HTMLElement | null): HTMLElement[] {
  const others: HTMLElement[] = [];
  for (let at = element; at?.parentElement && at !== document.body; at = at.parentElement) {
    for (const other of at.parentElement.children) {
      if (other !== at && other instanceof HTMLElement && !other.inert) others.push(other);
    }
  }
  return others;
}
