/** What was found: where one stands in it, how one goes on, and where the canvas has to look for it. */
import type { Act, App, Search } from "../../app";
import type { Hit, Part, RecordId, View } from "../../contract";
import { arrowOf, boxes, nameOf, nodeOf, numberOf } from "../../tools/graph";

/** The parts of a flow, in the order in which they are offered. */
export const PARTS: readonly Part[] = ["name", "lane", "phase", "system", "item", "voice", "note"];

/** The hit one stands on. */
export function hitOf({ found, at }: Search): Hit | undefined {
  return found?.hits[at];
}

/** Goes to the next hit, or the one before; behind the last comes the first. */
export function goOn(app: App, act: Act, by: 1 | -1): void {
  const n = app.search?.found?.hits.length ?? 0;
  if (app.search && n > 0) goTo(app, act, (app.search.at + by + n) % n);
}

/** Chooses a hit in every view, and brings it into sight. */
export function goTo({ view, search }: App, act: Act, at: number): void {
  const hit = search?.found?.hits[at];
  if (!view || !hit) return;
  act.search({ at });
  if (hit.id.startsWith("complaint/")) {
    // What is said of the whole flow stands in its list alone.
    act.select([]);
    act.show({ panel: "complaints" });
    return;
  }
  act.select([hit.id]);
  act.aim({ ids: [seenAt(view, hit.id)] });
}

/** The first hit from what is chosen on: whoever looks for something goes on from where they are. */
export function nearest(hits: readonly Hit[], selection: readonly RecordId[]): number {
  const here = hits.findIndex((hit) => selection.includes(hit.id));
  return Math.max(here, 0);
}

/** The thing with a place in the picture that shows where `id` is. */
export function seenAt(view: View, id: RecordId): RecordId {
  const arrow = arrowOf(view, id);
  // The words of an arrow stand where it begins.
  if (arrow) return arrow.from;
  if (!id.startsWith("phase/")) return id;
  const phase = numberOf(id);
  const inside = boxes(view).filter(([node]) => nodeOf(view, node)?.phase === phase);
  return inside.sort(([, a], [, b]) => a.x - b.x)[0]?.[0] ?? id;
}

/** What the thing is called at which something was found. */
export function nameAt(view: View, hit: Hit): string {
  return nameOf(view, hit.id) || (hit.found[0]?.text ?? "");
}

/** The parts in which it was found there, each once. */
export function partsAt(hit: Hit): Part[] {
  return PARTS.filter((part) => hit.found.some((found) => found.part === part));
}

/** In how many places it would be replaced: in the whole flow, or at one hit alone, without what that shares with others. */
export function placesIn(search: Search, parts: ReadonlySet<Part>, hit?: Hit): number {
  const places = hit
    ? hit.found.filter((it) => !it.is_shared).map(({ part, n }) => [part, n] as const)
    : Object.entries(search.found?.places ?? {});
  return places
    .filter(([part]) => parts.has(part as Part))
    .reduce((sum, [, n]) => sum + (n ?? 0), 0);
}
