/** What lies under the pointer: read from the nodes themselves, which carry their records' ids. */
import { isNode } from "../tools/graph";
import type { Under } from "../tools/tool";

/** What `elements`, from front to back, stand for. */
export function under(elements: readonly Element[]): Under {
  const found: Under = {};
  for (const element of elements) note(found, element);
  return found;
}

function note(found: Under, element: Element) {
  const handle = element.getAttribute("data-handle");
  if (handle !== null) found.handle ??= handle;
  const group = element.closest("[data-id]");
  const id = group?.getAttribute("data-id");
  if (!group || !id) return;
  if (isNode(id)) found.node ??= id;
  else if (id.startsWith("edge/")) found.edge ??= id;
  else if (id.startsWith("lane/")) noteLane(found, id, group, element);
}

/** A lane's band is its first shape; whatever lies over that is its head. */
function noteLane(found: Under, id: string, group: Element, element: Element) {
  const band = group.querySelector("rect");
  if (element === band) found.lane ??= id;
  else found.head ??= id;
}

/** What lies under a place on the screen, within `root`. */
export function underPoint(root: Element, x: number, y: number): Under {
  return under(document.elementsFromPoint(x, y).filter((element) => root.contains(element)));
}
