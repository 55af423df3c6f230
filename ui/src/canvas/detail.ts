/** How much of a part is painted: everything, what is as large as a name, or what can be told apart from afar. */
import type { Item } from "../contract";
import { extentOf } from "./extent";

/** From near to far. */
export type Detail = "all" | "names" | "shapes";

/** The scales from which names, and all the rest, can be read. */
const NAMES = 0.36;
const ALL = 0.55;
/** Signs within a box are lower than this, in pixels of the picture; what marks its medium is not. */
const SIGN = 30;
/** What is smaller is not seen from afar, in pixels of the picture. */
const SEEN = 14;
/** What lies over an arrow: its sheet and its labels. */
const OVER_AN_ARROW = /^edge\/\d+\+/;

export function detailAt(scale: number): Detail {
  if (scale >= ALL) return "all";
  return scale >= NAMES ? "names" : "shapes";
}

/** Whether less is painted at `next` than at `now`. */
export function isCoarser(next: Detail, now: Detail): boolean {
  const order: readonly Detail[] = ["all", "names", "shapes"];
  return order.indexOf(next) > order.indexOf(now);
}

/** What is painted of the part called `key`; nothing where nothing of it can be seen. */
export function atDetail(key: string, item: Item, detail: Detail): Item | undefined {
  if (detail === "all" || item.type !== "group") return item;
  // Phases are few, and say where one is.
  if (key.startsWith("phase/")) return item;
  if (OVER_AN_ARROW.test(key)) return undefined;
  const isKept =
    detail === "shapes" || key.startsWith("lane/") ? isShape : isStep(key) ? isOfBox : isOfSign;
  const items = item.items.filter(isKept);
  if (items.length === 0) return undefined;
  if (detail === "names" || item.swatch === undefined) return { ...item, items };
  return { ...item, items: coloured(items, item.swatch) };
}

function isStep(key: string): boolean {
  return /^step\/\d+$/.test(key);
}

/** What is left of a box where only its name can be read. */
function isOfBox(part: Item): boolean {
  if (part.type === "text") return part.weight === "bold";
  if (part.type === "path") return (extentOf(part)?.h ?? 0) >= SIGN;
  return part.type === "rect";
}

function isOfSign(part: Item): boolean {
  return part.type !== "group";
}

function isShape(part: Item): boolean {
  if (part.type === "text" || part.type === "group") return false;
  const extent = extentOf(part);
  return extent !== undefined && Math.max(extent.w, extent.h) >= SEEN;
}

/** The ground in the colour of the whole, and its borders: what is as large as the ground. */
function coloured(items: readonly Item[], fill: string): Item[] {
  const [ground] = items;
  if (ground?.type !== "rect") return [...items];
  const isBorder = (part: Item) => part.type === "rect" && part.area.w > ground.area.w / 2;
  return [
    { ...ground, paint: { ...ground.paint, fill } },
    ...items.filter((part) => part !== ground && isBorder(part)),
  ];
}
