/** The heads of the lanes stay at the left edge while the picture moves under them. */
import { useLayoutEffect, useRef } from "react";
import type { Item, Painting, Rect } from "../contract";
import { createPainter } from "./painter";

export interface HeadsProps {
  painting: Painting;
  /** Takes the wrapper, which the stage moves up and down. */
  hold: (node: HTMLDivElement | null) => void;
}

export function Heads({ painting, hold }: HeadsProps) {
  const svg = useRef<SVGSVGElement>(null);
  const painter = useRef<ReturnType<typeof createPainter>>(null);
  const place = headStrip(painting);
  useLayoutEffect(() => {
    if (!svg.current) return;
    painter.current ??= createPainter(svg.current);
    painter.current.show(painting, (key) => key.startsWith("lane/"));
  }, [painting]);
  return (
    <div className="canvas-heads" ref={hold} aria-hidden="true">
      <svg
        ref={svg}
        preserveAspectRatio="none"
        viewBox={place && `${place.x} ${place.y} ${place.w} ${place.h}`}
      />
    </div>
  );
}

/** Where the heads of all lanes lie: the narrowest shape within each band. */
export function headStrip(painting: Painting): Rect | undefined {
  if (!strips.has(painting)) strips.set(painting, strip(painting));
  return strips.get(painting);
}

/** Asked for with every movement of the paper. */
const strips = new WeakMap<Painting, Rect | undefined>();

function strip(painting: Painting): Rect | undefined {
  const heads = Object.entries(painting.items).flatMap(([key, item]) =>
    /^lane\/\d+$/.test(key) && item.type === "group" ? narrowest(item.items) : [],
  );
  const [first] = heads;
  if (!first) return undefined;
  const top = Math.min(...heads.map((head) => head.y));
  const bottom = Math.max(...heads.map((head) => head.y + head.h));
  return { x: first.x, y: top, w: first.w, h: bottom - top };
}

function narrowest(items: readonly Item[]): Rect[] {
  const areas = items.flatMap((item) => (item.type === "rect" ? [item.area] : []));
  return areas.sort((a, b) => a.w - b.w).slice(0, 1);
}
