/** What lies over the picture in its corner: the map. */
import type { Rect } from "../contract";

/** The class by which it is found. */
const MAP = ".overview";

/** Where the map covers the picture that is seen in `screen`, in pixels of the screen; nothing where there is none. */
export function cornerOf(screen: Element | null): Rect | undefined {
  const map = screen?.parentElement?.querySelector(MAP)?.getBoundingClientRect();
  if (!screen || !map || map.width === 0) return undefined;
  const { left, top } = screen.getBoundingClientRect();
  return { x: map.left - left, y: map.top - top, w: map.width, h: map.height };
}
