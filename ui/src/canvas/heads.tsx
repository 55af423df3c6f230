/** The heads of the lanes stay at the left edge while the picture moves under them. */
import { memo, useLayoutEffect, useRef } from "react";
import type { Camera } from "../app";
import type { Item, Painting, RecordId, Rect } from "../contract";
import { partOf } from "../painting";
import { type Extent, fitted, fittedBeside, toScreen } from "./camera";
import { detailAt } from "./detail";
import { lengthOf } from "./letters";
import { createPainter } from "./painter";

const LANE = /^lane\/\d+$/;
/** How high the name of a lane is from afar, in pixels of the screen: lower bands have none. */
const NAME = 16;
/** Its letters, and what is beside them; the longest names end with dots. */
const LETTER = 12;
const BESIDE = 14;
const WIDEST = 132;
/** Below a picture that is seen from afar is said what one stands on, in pixels of the screen. */
const FOOT = 44;

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

/**
 * The heads follow the paper up and down, and show once the paper's own have left at the left. From afar they are as wide as
 * the names, in letters that can be read, and reach from the steps to the left: over the paper's own, never over a step.
 */
export function moveHeads(node: HTMLDivElement | null, painting: Painting, camera: Camera) {
  const place = headStrip(painting);
  const heads = node?.querySelector<HTMLElement>(".canvas-heads");
  if (!node || !heads || !place) return;
  const isFar = detailAt(camera.scale) !== "all";
  const own = place.w * camera.scale;
  const wide = stripWidth(painting, camera.scale);
  const left = Math.round(Math.max(toScreen(camera, place).x + own - wide, 0));
  heads.hidden = !isFar && camera.at.x <= place.x;
  heads.classList.toggle("canvas-heads-far", isFar);
  heads.style.width = `${wide}px`;
  heads.style.height = `${place.h * camera.scale}px`;
  heads.style.transform = `translate(${isFar ? left : 0}px, ${Math.round((place.y - camera.at.y) * camera.scale)}px)`;
  for (const name of node.querySelectorAll<HTMLElement>(".canvas-lane-name")) {
    const area = painting.areas[name.dataset.lane ?? ""];
    name.hidden = !isFar || !area || area.h * camera.scale < NAME;
    if (name.hidden || !area) continue;
    const { y } = toScreen(camera, { x: area.x, y: area.y + area.h / 2 });
    name.style.width = `${wide}px`;
    name.style.transform = `translate(${left}px, ${Math.round(y - NAME / 2)}px)`;
  }
}

/** How wide the heads are at a scale, in pixels of the screen. */
function stripWidth(painting: Painting, scale: number): number {
  const own = (headStrip(painting)?.w ?? 0) * scale;
  return detailAt(scale) === "all" ? own : Math.max(own, nameWidth(painting));
}

/** The paper, and what stands out over it at the left: the names of the lanes from afar. */
export function withNames(painting: Painting, scale: number): Rect {
  const { frame } = painting;
  const heads = headStrip(painting);
  if (!heads) return frame;
  const start = heads.x + heads.w - stripWidth(painting, scale) / scale;
  const x = Math.min(frame.x, start);
  return { ...frame, x, w: frame.x + frame.w - x };
}

/** How wide the names of the lanes are from afar, in pixels of the screen: measuring them would lay out everything. */
function nameWidth(painting: Painting): number {
  const widths = namedLanes(painting).map(([, name]) => BESIDE + lengthOf(name) * LETTER);
  return Math.min(Math.max(0, ...widths), WIDEST);
}

/** All of the picture; from afar with room for the names of its lanes, and for what is said below. */
export function fittedWhole(painting: Painting, screen: Extent): Camera {
  const whole = fitted(painting.frame, screen);
  const heads = headStrip(painting);
  if (!heads || detailAt(whole.scale) === "all") return whole;
  const w = Math.max(nameWidth(painting), heads.w * whole.scale);
  return fittedBeside(painting.frame, { names: { w, end: heads.x + heads.w }, foot: FOOT }, screen);
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
