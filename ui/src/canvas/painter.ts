/** Keeps the nodes of one SVG in step with a painting: only groups that changed are made anew. */
import type { Item, Painting } from "../contract";
import { outline, type Painted, painted } from "./paint";

const SVG = "http://www.w3.org/2000/svg";
const PREFIXES: Record<string, string> = {
  xml: "http://www.w3.org/XML/1998/namespace",
  xlink: "http://www.w3.org/1999/xlink",
};
/** How wide an arrow is for the hand, in pixels of the picture. */
const GRIP = 14;

export interface Painter {
  /** Shows `painting`; `keep` chooses which of its groups. */
  show(painting: Painting, keep?: (key: string) => boolean): void;
  /** How many groups the last `show` made. */
  readonly made: number;
}

export function createPainter(root: SVGElement): Painter {
  const shown = new Map<string, Shown>();
  let made = 0;
  const nodeFor = (key: string, item: Item): Element => {
    const had = shown.get(key);
    if (had?.item === item) return had.node;
    made += 1;
    const node = partFor(item);
    had?.node.replaceWith(node);
    shown.set(key, { item, node });
    return node;
  };
  return {
    get made() {
      return made;
    },
    show(painting, keep = () => true) {
      made = 0;
      const keys = painting.order.filter((key) => key in painting.items && keep(key));
      forget(shown, new Set(keys));
      let place = root.firstElementChild;
      for (const key of keys) {
        const item = painting.items[key];
        if (!item) continue;
        const isInPlace = place !== null && place === shown.get(key)?.node;
        const node = nodeFor(key, item);
        if (isInPlace) place = node.nextElementSibling;
        else root.insertBefore(node, place);
      }
    },
  };
}

interface Shown {
  item: Item;
  node: Element;
}

function forget(shown: Map<string, Shown>, wanted: Set<string>) {
  for (const [key, { node }] of shown) {
    if (wanted.has(key)) continue;
    node.remove();
    shown.delete(key);
  }
}

function partFor(item: Item): Element {
  const node = element(painted(item));
  if (item.type === "group" && item.id?.startsWith("edge/")) grip(node, item.items);
  return node;
}

/** The node in the document. */
export function element(node: Painted): Element {
  const made = document.createElementNS(SVG, node.tag);
  for (const [name, value] of Object.entries(node.attributes)) {
    const space = PREFIXES[name.split(":")[0] ?? ""];
    if (space !== undefined) made.setAttributeNS(space, name, value);
    else made.setAttribute(name, value);
  }
  if (typeof node.content === "string") made.textContent = node.content;
  else made.append(...node.content.map(element));
  return made;
}

/** An arrow is thin: a wide stroke that nobody sees takes the pointer for it. */
function grip(group: Element, items: readonly Item[]) {
  const line = items.find((item) => item.type === "path" && item.paint.fill === undefined);
  if (line?.type !== "path") return;
  const wide = document.createElementNS(SVG, "path");
  wide.setAttribute("d", outline(line.segments));
  wide.setAttribute("class", "grip");
  wide.setAttribute("fill", "none");
  wide.setAttribute("stroke", "transparent");
  wide.setAttribute("stroke-width", String(GRIP));
  wide.setAttribute("pointer-events", "stroke");
  group.append(wide);
}
