/** The heads of the lanes stay at the left edge while the picture moves under them. */
import { memo, useLayoutEffect, useRef } from "react";
import type { Camera } from "../app";
import type { Item, Painting, RecordId, Rect } from "../contract";
import { partOf } from "../painting";
import { toScreen } from "./camera";
import { detailAt } from "./detail";
import { createPainter } from "./painter";

const LANE = /^lane\/\d+$/;
/** How high the name of a lane is from afar, in pixels of the screen: lower bands have none. */
const NAME = 16;

export interface HeadsProps {
  painting: Painting;
  /** Takes the wrapper, which the stage moves up and down. */
  hold: (node: HTMLDivElement | null) => void;
}

export const Heads = memo(function Heads({ painting, hold }: HeadsProps) {
  const svg = useRef<SVGSVGElement>(null);
  const painter = useRef<ReturnType<typeof createPainter>>(null);
  const place = headStrip(painting);
  useLayoutEffect(() => {
    if (!svg.current) return;
    painter.current ??= createPainter(svg.current);
    painter.current.show(painting, (key) => key.startsWith("lane/"));
  }, [painting]);
  return (
    <div className="canvas-lanes" ref={hold} aria-hidden="true">
      <div className="canvas-heads">
        <svg
          ref={svg}
          preserveAspectRatio="none"
          viewBox={place && `${place.x} ${place.y} ${place.w} ${place.h}`}
        />
      </div>
      {namedLanes(painting).map(([id, name]) => (
        <span key={id} className="canvas-lane-name" data-lane={id}>
          {name}
        </span>
      ))}
    </div>
  );
});

function namedLanes(painting: Painting): [RecordId, string][] {
  return lanesOf(painting).flatMap(([key, { title }]): [RecordId, string][] =>
    title ? [[key, title]] : [],
  );
}

/** The groups of the lanes, from top to bottom. */
function lanesOf(painting: Painting): [RecordId, Extract<Item, { type: "group" }>][] {
  return painting.order.flatMap((key): [RecordId, Extract<Item, { type: "group" }>][] => {
    const item = LANE.test(key) ? partOf(painting, key) : undefined;
    return item?.type === "group" ? [[key, item]] : [];
  });
}

/** The heads follow the paper up and down, and show once the paper's own have left at the left. From afar names take their place. */
export function moveHeads(node: HTMLDivElement | null, painting: Painting, camera: Camera) {
  const place = headStrip(painting);
  const heads = node?.querySelector<HTMLElement>(".canvas-heads");
  if (!node || !heads || !place) return;
  heads.hidden = camera.at.x <= place.x;
  heads.style.width = `${place.w * camera.scale}px`;
  heads.style.height = `${place.h * camera.scale}px`;
  heads.style.transform = `translateY(${Math.round((place.y - camera.at.y) * camera.scale)}px)`;
  const isFar = detailAt(camera.scale) !== "all";
  for (const name of node.querySelectorAll<HTMLElement>(".canvas-lane-name")) {
    const area = painting.areas[name.dataset.lane ?? ""];
    name.hidden = !isFar || !area || area.h * camera.scale < NAME;
    if (name.hidden || !area) continue;
    const { x, y } = toScreen(camera, { x: area.x, y: area.y + area.h / 2 });
    name.style.transform = `translate(${Math.round(Math.max(x, 0)) + 4}px, ${Math.round(y - NAME / 2)}px)`;
  }
}

/** Where the heads of all lanes lie: the narrowest shape within each band. */
export function headStrip(painting: Painting): Rect | undefined {
  if (!strips.has(painting)) strips.set(painting, strip(painting));
  return strips.get(painting);
}

/** Asked for with every movement of the paper. */
const strips = new WeakMap<Painting, Rect | undefined>();

function strip(painting: Painting): Rect | undefined {
  const heads = lanesOf(painting).flatMap(([, { items }]) => narrowest(items));
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
