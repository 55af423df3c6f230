/** The space bar plays and pauses, wherever one is that has no use for it. */
import { type RefObject, useEffect } from "react";
import { isComposing } from "../../widgets/composing";

const OWN = "button, a, select, textarea, [role=dialog], input:not([type=range])";

export function useSpace(root: RefObject<HTMLElement | null>, turn: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const isMeant = event.key === " " && !event.defaultPrevented && !isComposing(event);
      const target = event.target instanceof Element ? event.target : undefined;
      if (!isMeant || event.repeat || !root.current || target?.closest(OWN)) return;
      if (document.querySelector("[role=dialog]")) return;
      event.preventDefault();
      turn();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [root, turn]);
}
