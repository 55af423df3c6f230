/** The legend, sign by sign: Rust draws it in one line, the window breaks it where it is narrow. */
import type { Item, Painting } from "../../contract";

/** One sign with its word, and where it stands in the line. */
export interface Entry {
  word: string;
  x: number;
  w: number;
  items: Item[];
}

/** Each entry ends with its word; the first one begins at zero, which tells how far before a word its sign begins. */
export function entriesOf({ order, items, frame }: Painting): Entry[] {
  const drawn = order.flatMap((key) => parts(items[key]));
  const entries: Entry[] = [];
  let pending: Item[] = [];
  let lead: number | undefined;
  for (const item of drawn) {
    pending.push(item);
    if (item.type !== "text") continue;
    if (isSign(item)) continue;
    lead ??= item.at.x;
    entries.push({ word: item.content, x: item.at.x - lead, w: 0, items: pending });
    pending = [];
  }
  return entries.map((entry, place) => ({
    ...entry,
    w: (entries[place + 1]?.x ?? frame.x + frame.w) - entry.x,
  }));
}

function parts(item: Item | undefined): Item[] {
  if (!item) return [];
  return item.type === "group" ? item.items : [item];
}

/** The number in a counter is part of the sign. */
function isSign(text: Extract<Item, { type: "text" }>): boolean {
  return /^\d+$/.test(text.content);
}
