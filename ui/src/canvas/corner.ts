/** What lies over the picture in its corner: the map. */
import type { Rect } from "../contract";
import type { Extent } from "./camera";

/** By what holds both map and picture. */
const corners = new WeakMap<Element, Rect>();

/**
 * Where the map covers the picture that is seen in `screen`, in pixels of the screen; nothing where there is none. As it was
 * when either last got another size: measuring here would have everything laid out for an edit that is about to be painted.
 */
export function cornerOf(screen: Element | null): Rect | undefined {
  return screen?.parentElement ? corners.get(screen.parentElement) : undefined;
}

/** The same on a screen that has become another: it stays as far from the lower right. */
export function movedCorner(corner: Rect | undefined, before: Extent, screen: Extent) {
  return (
    corner && { ...corner, x: corner.x + screen.w - before.w, y: corner.y + screen.h - before.h }
  );
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
    // What is said at the foot of the picture ends before the map.
    around.style.setProperty("--corner-room", `${Math.ceil(w)}px`);
  });
  sized.observe(map);
  sized.observe(screen);
  return () => {
    sized.disconnect();
    corners.delete(around);
    around.style.removeProperty("--corner-room");
  };
}
