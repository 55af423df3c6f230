/** Merges what Rust sends into what the window has: views carry only what changed. */
import type { App } from "../app";
import type { Analysed, RecordId, SentView, View } from "../contract";
import { mergePainting, wholePainting } from "../painting";

/** The complete view after `next`. Unchanged groups and records stay the same objects, what moved is moved. */
export function mergeView(had: View | undefined, next: SentView): View {
  if (next.whole || !had) return { ...next, painting: wholePainting(next.painting) };
  const records = { ...had.records, ...next.records };
  const painting = mergePainting(had.painting, next.painting);
  for (const id of next.gone) {
    delete records[id];
    delete painting.areas[id];
  }
  return { ...next, records, painting };
}

/** What changes in the window when `next` arrives. */
export function afterView(app: App, next: SentView): Partial<App> {
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
function readBack({ kept, view }: App, { project, revision }: SentView): View["project"] {
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
  const painting = next.whole
    ? wholePainting(next.painting)
    : mergePainting(view.painting, next.painting);
  return { analysis: next, view: { ...view, serial: next.serial, painting } };
}
