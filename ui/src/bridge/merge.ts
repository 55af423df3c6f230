/** Merges what Rust sends into what the window has: views carry only what changed. */
import type { App } from "../app";
import type { Analysed, Item, Painting, Point, RecordId, View } from "../contract";
import { shifted, shiftedBox, torn } from "../shift";

/** The complete view after `next`. Unchanged groups and records stay the same objects, what moved is moved. */
export function mergeView(had: View | undefined, next: View): View {
  if (next.whole || !had) return next;
  const records = { ...had.records, ...next.records };
  const painting = mergePainting(had.painting, next.painting);
  for (const id of next.gone) {
    delete records[id];
    delete painting.areas[id];
  }
  return { ...next, records, painting };
}

export function mergePainting(had: Painting, next: Painting): Painting {
  const { moved = {}, parted = {} } = next;
  const items: Painting["items"] = {};
  for (const key of next.order) {
    const known = had.items[key];
    const item = next.items[key] ?? (known && afterEdit(known, moved[key], parted[key]));
    if (item) items[key] = item;
  }
  const areas = { ...had.areas };
  for (const [key, by] of Object.entries(moved)) {
    const area = areas[key];
    if (area) areas[key] = shiftedBox(area, by);
  }
  return { ...next, items, areas: Object.assign(areas, next.areas) };
}

/** The same part where the edit put it, as a whole or each thing within it by itself. */
function afterEdit(item: Item, by: Point | undefined, apart: readonly Point[] | undefined): Item {
  if (by) return shifted(item, by);
  return apart ? torn(item, apart) : item;
}

/** What changes in the window when `next` arrives. */
export function afterView(app: App, next: View): Partial<App> {
  const view = { ...mergeView(app.view, next), project: readBack(app, next) };
  const isSame = app.view?.flow === view.flow && app.view.process === view.process;
  const stays = (id: RecordId) => isSame && id in view.records;
  const selection = app.selection.filter(stays);
  return {
    view,
    screen: app.screen === "start" ? "project" : app.screen,
    selection: selection.length === app.selection.length ? app.selection : selection,
  };
}

/** A view may be older than what was heard of the disk meanwhile. */
function readBack({ kept, view }: App, { project, revision }: View): View["project"] {
  const isOfIt = kept?.path === project.path && kept.revision >= revision;
  const had = view?.project.path === project.path ? view.project.verified_at : undefined;
  const heard = isOfIt ? kept.verified_at : had;
  if (heard === undefined || heard <= (project.verified_at ?? 0)) return project;
  return { ...project, verified_at: heard };
}

/** Whether findings are about what is looked at. */
export function isAbout(view: View | undefined, next: Analysed): view is View {
  return view?.flow === next.flow && view.revision === next.revision;
}

/** What changes when findings arrive; nothing where they are about something else by now. */
export function afterAnalysis(app: App, next: Analysed): Partial<App> {
  const { view } = app;
  if (!isAbout(view, next)) return {};
  if (next.serial <= view.serial) return { analysis: next };
  const painting = next.whole ? next.painting : mergePainting(view.painting, next.painting);
  return { analysis: next, view: { ...view, serial: next.serial, painting } };
}
