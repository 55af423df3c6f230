/** What lies over the picture in its corner: the map. */
import type { Rect } from "../contract";

/** By what holds both map and picture. */
const corners = new WeakMap<Element, Rect>();

/**
 * Where the map covers the picture that is seen in `screen`, in pixels of the screen; nothing where there is none. As it was
 * when either last got another size: measuring here would have everything laid out for an edit that is about to be painted.
 */
export function cornerOf(screen: Element | null): Rect | undefined {
  return screen?.parentElement ? corners.get(screen.parentElement) : undefined;
}

/** Keeps in mind where `map` lies over the picture beside it, until it is taken away. */
export function watchCorner(map: Element): () => void {
  const { parentElement: around } = map;
  const screen = around?.querySelector(".canvas");
  if (!around || !screen) return () => undefined;
  const sized = new ResizeObserver(() => {
    const { x, y, width: w, height: h } = map.getBoundingClientRect();
    const { left, top } = screen.getBoundingClientRect();
    corners.set(around, { x: x - left, y: y - top, w, h });
  });
  sized.observe(map);
  sized.observe(screen);
  return () => {
    sized.disconnect();
    corners.delete(around);
  };
}
