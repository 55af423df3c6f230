/** Nodes of the document for what is painted: made, or brought up to date where their shape stays. */
import type { Painted } from "./paint";

const SVG = "http://www.w3.org/2000/svg";
const SPACES: Record<string, string> = {
  xml: "http://www.w3.org/XML/1998/namespace",
  xlink: "http://www.w3.org/1999/xlink",
};

/** The node in the document. */
export function element(node: Painted): SVGElement {
  const made = document.createElementNS(SVG, node.tag);
  for (const [name, value] of Object.entries(node.attributes)) write(made, name, value);
  if (typeof node.content === "string") made.textContent = node.content;
  else made.append(...node.content.map(element));
  return made;
}

/**
 * Brings `made`, which is the node of `had`, up to what `next` says, and touches only what differs: the browser has less to
 * lay out and to paint than for another node. False, and nothing done, where `next` is of another shape.
 */
export function renewed(made: Element, had: Painted, next: Painted): boolean {
  if (!isAlike(had, next)) return false;
  renew(made, had, next);
  return true;
}

function isAlike({ tag, content }: Painted, next: Painted): boolean {
  if (tag !== next.tag) return false;
  if (typeof content === "string" || typeof next.content === "string") {
    return typeof content === typeof next.content;
  }
  const { content: others } = next;
  return (
    content.length === others.length &&
    content.every((one, at) => {
      const other = others[at];
      return other !== undefined && isAlike(one, other);
    })
  );
}

function renew(made: Element, had: Painted, next: Painted) {
  for (const name of Object.keys(had.attributes)) {
    if (!(name in next.attributes)) made.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(next.attributes)) {
    if (had.attributes[name] !== value) write(made, name, value);
  }
  if (typeof next.content === "string") {
    if (had.content !== next.content) made.textContent = next.content;
    return;
  }
  next.content.forEach((one, at) => {
    const [node, before] = [made.children[at], had.content[at]];
    if (node && typeof before === "object") renew(node, before, one);
  });
}

function write(made: Element, name: string, value: string) {
  const space = SPACES[name.split(":")[0] ?? ""];
  if (space === undefined) made.setAttribute(name, value);
  else made.setAttributeNS(space, name, value);
}
