/** Keeps the nodes of one SVG in step with a painting: what is in sight is there, and only what changed is made anew. */
import type { Item, Painting, Point } from "../contract";
import { farOf } from "../painting";
import { meets } from "./camera";
import { atDetail, type Detail } from "./detail";
import { extentAt } from "./extent";
import { element, renewed } from "./nodes";
import { outline, type Painted, painted } from "./paint";
import type { Sight } from "./sight";

/** How wide an arrow is for the hand, in pixels of the picture. */
const GRIP = 14;

export interface Painter {
  /** Shows `painting`; `keep` chooses which of its groups. */
  show(painting: Painting, keep?: (key: string) => boolean): void;
  /** From now on only what lies in `sight` is there, in as much detail as can be seen. */
  look(sight: Sight): void;
  /** How many groups were made last. */
  readonly made: number;
  /** The node of a group, where it is there. */
  nodeOf(key: string): SVGElement | undefined;
}

export function createPainter(root: SVGElement): Painter {
  const shown = new Map<string, Shown>();
  /** How many groups were made last. */
  let n = 0;
  let last: { painting: Painting; keep: (key: string) => boolean } | undefined;
  let sight: Sight | undefined;
  const made = (look: Painted) => {
    n += 1;
    return element(look);
  };
  const nodeFor = ({ key, part, by, detail, fresh }: Wanted): SVGElement => {
    const had = shown.get(key);
    if (had) moveTo(had, by);
    if (had && !fresh) return had.node;
    const look = partFor(fresh ?? part, detail);
    const node = had && renewed(had.node, had.look, look) ? had.node : made(look);
    if (node !== had?.node) moveTo({ node, by: HERE }, by);
    if (had && node !== had.node) had.node.replaceWith(node);
    shown.set(key, { part, by, detail, look, node });
    return node;
  };
  const paint = () => {
    if (!last) return;
    const { painting, keep } = last;
    n = 0;
    const wanted = painting.order.flatMap((key) => {
      const item = keep(key) ? painting.items[key] : undefined;
      if (!item) return [];
      const at = { key, part: item, by: farOf(painting, key) };
      return wantedOf(at, sight, shown.get(key)) ?? [];
    });
    forget(shown, new Set(wanted.map(({ key }) => key)));
    let place = root.firstElementChild;
    for (const want of wanted) {
      const isInPlace = place !== null && place === shown.get(want.key)?.node;
      const node = nodeFor(want);
      if (isInPlace) place = node.nextElementSibling;
      else root.insertBefore(node, place);
    }
  };
  return {
    get made() {
      return n;
    },
    show(painting, keep = () => true) {
      last = { painting, keep };
      paint();
    },
    look(next) {
      if (next === sight) return;
      sight = next;
      paint();
    },
    nodeOf: (key) => shown.get(key)?.node,
  };
}

/** A part where it was drawn, and how far it has moved since: its node only moves. */
interface Shown {
  part: Item;
  by: Point;
  detail: Detail;
  /** What `node` is made of. */
  look: Painted;
  node: SVGElement;
}

interface Wanted {
  key: string;
  part: Item;
  by: Point;
  detail: Detail;
  fresh?: Item;
}

/** A node that was just made lies where its part was drawn. */
const HERE: Point = { x: 0, y: 0 };

/** Moves a node, where it is not there yet. */
function moveTo(had: Pick<Shown, "node" | "by">, by: Point) {
  const { x, y } = by;
  if (had.by.x === x && had.by.y === y) return;
  if (x === 0 && y === 0) had.node.removeAttribute("transform");
  else had.node.setAttribute("transform", `translate(${x} ${y})`);
  had.by = by;
}

/** What is to be there; what is to be made of it, where it is not there yet. */
function wantedOf(
  at: Pick<Wanted, "key" | "part" | "by">,
  sight: Sight | undefined,
  had: Shown | undefined,
): Wanted | undefined {
  const detail = sight?.detail ?? "all";
  if (!isInSight(at, sight)) return undefined;
  if (had?.part === at.part && had.detail === detail) return { ...at, detail };
  const fresh = atDetail(at.key, at.part, detail);
  return fresh && { ...at, detail, fresh };
}

function isInSight({ part, by }: Pick<Wanted, "part" | "by">, sight: Sight | undefined): boolean {
  if (!sight) return true;
  const extent = extentAt(part, by);
  return extent !== undefined && meets(extent, sight.region);
}

function forget(shown: Map<string, Shown>, wanted: Set<string>) {
  for (const [key, { node }] of shown) {
    if (wanted.has(key)) continue;
    node.remove();
    shown.delete(key);
  }
}

function partFor(item: Item, detail: Detail): Painted {
  const part = painted(item);
  // From afar a grip would be as wide as the boxes it leads to.
  const isHeld = detail !== "shapes" && item.type === "group" && item.id?.startsWith("edge/");
  if (!isHeld || typeof part.content === "string") return part;
  return { ...part, content: [...part.content, ...grip(item.items)] };
}

/** An arrow is thin: a wide stroke that nobody sees takes the pointer for it. */
function grip(items: readonly Item[]): Painted[] {
  const line = items.find((item) => item.type === "path" && item.paint.fill === undefined);
  if (line?.type !== "path") return [];
  const attributes = {
    d: outline(line.segments),
    class: "grip",
    fill: "none",
    stroke: "transparent",
    "stroke-width": String(GRIP),
    "pointer-events": "stroke",
  };
  return [{ tag: "path", attributes, content: [] }];
}
