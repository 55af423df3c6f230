/** Where a way ends without a word about what follows: what is being written, and the cards behind which nothing comes. */
import type { EdgeFields, RecordId, View } from "../../contract";
import { folded } from "../../folded";
import { edgesOf, nodesOf } from "../flow-records";
import { saysEnd } from "./lane-prefix";

const ARROW = /→|⇒|->|=>/;

/** Whether the way that `text` writes ends at a step that it brings. */
export function endsAtNew(view: View, text: string): boolean {
  const [, ...targets] = text.split(ARROW);
  const last = folded(targets.at(-1) ?? "");
  if (last === "" || saysEnd(last) || /^(?:\d+$|#)/.test(last)) return false;
  return !nodesOf(view).some(({ fields }) => folded(fields.name) === last);
}

/** The steps at which a way ends that is gone only sometimes. Where ways meet again, the end is that of the whole. */
export function waysEnds(view: View): ReadonlySet<RecordId> {
  const edges = edgesOf(view).map(({ fields }) => fields);
  const left = grouped(edges, ({ from }) => from);
  const into = grouped(edges, ({ to }) => to);
  const ends = nodesOf(view).filter(({ id, is }) => is === "step" && !left.has(id));
  return new Set(ends.map(({ id }) => id).filter((id) => isOfWay(id, { left, into })));
}

type Grouped = ReadonlyMap<RecordId, readonly EdgeFields[]>;

function grouped(edges: readonly EdgeFields[], by: (edge: EdgeFields) => RecordId): Grouped {
  const groups = new Map<RecordId, EdgeFields[]>();
  for (const edge of edges) groups.set(by(edge), [...(groups.get(by(edge)) ?? []), edge]);
  return groups;
}

/** Whether the only way to `id`, from where it last parted, is one that is told: it has its share or its condition. */
function isOfWay(id: RecordId, { left, into }: { left: Grouped; into: Grouped }): boolean {
  const seen = new Set<RecordId>();
  for (let here = id; !seen.has(here); ) {
    seen.add(here);
    const [way, ...others] = into.get(here) ?? [];
    if (!way || others.length > 0) return false;
    if (way.share !== undefined || way.condition) return true;
    if ((left.get(way.from)?.length ?? 0) > 1) return false;
    here = way.from;
  }
  return false;
}

/** Whether nothing comes behind the step `id`. */
export function leadsNowhere(view: View, id: RecordId): boolean {
  return id.startsWith("step/") && !edgesOf(view).some(({ fields }) => fields.from === id);
}
