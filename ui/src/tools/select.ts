/** Chooses and moves: a press on nothing draws a frame that gathers, a drag hands a step to another lane. */
import type { App } from "../app";
import type { Command, Point, RecordId, Rect, View } from "../contract";
import { t } from "../text";
import { between, boxes, laneAt, laneOf, nameOf, numberOf, overlap } from "./graph";
import { insertion } from "./insertion";
import { type Ghost, isDragged, type Make, type PointedEvent, type Step, type Tool } from "./tool";
import { renamingAt } from "./writing";

export type SelectState =
  | { at: "rest" }
  | { at: "press"; start: Point; screen: Point; target: RecordId | undefined; wasChosen: boolean }
  | { at: "drag"; start: Point; target: RecordId; ids: readonly RecordId[] }
  | { at: "frame"; start: Point; before: readonly RecordId[] };

const REST: SelectState = { at: "rest" };

export const select: Tool<SelectState> = {
  id: "select",
  rest: REST,
  next(state, event, app) {
    const { view } = app;
    if (!view || event.type === "cancel") return { state: REST };
    if (event.type === "double") return doubled(view, event);
    if (event.type === "press") return pressed(event, app);
    if (state.at === "press") return held(state, event, app, view);
    if (state.at === "drag") return dragged(state, event, view);
    if (state.at === "frame") return framed(state, event, view);
    return { state };
  },
};

function doubled(view: View, event: PointedEvent): Step<SelectState> {
  const writing = renamingAt(view, event);
  return { state: REST, ...(writing ? { writing } : {}) };
}

function pressed(event: PointedEvent, app: App): Step<SelectState> {
  const target = event.under.node ?? event.under.edge ?? event.under.head;
  const wasChosen = target !== undefined && app.selection.includes(target);
  const state: SelectState = {
    at: "press",
    start: event.at,
    screen: event.screen,
    target,
    wasChosen,
  };
  if (target === undefined) return event.isAdding ? { state } : { state, select: [] };
  if (event.isAdding) {
    const others = app.selection.filter((id) => id !== target);
    return { state, select: wasChosen ? others : [...others, target] };
  }
  return wasChosen ? { state } : { state, select: [target] };
}

function held(
  state: Extract<SelectState, { at: "press" }>,
  event: PointedEvent,
  app: App,
  view: View,
): Step<SelectState> {
  if (event.type === "release") {
    const isOneOfSeveral = state.wasChosen && !event.isAdding && app.selection.length > 1;
    return isOneOfSeveral && state.target !== undefined
      ? { state: REST, select: [state.target] }
      : { state: REST };
  }
  if (!isDragged(state.screen, event.screen)) return { state };
  if (state.target === undefined) {
    const before = event.isAdding ? app.selection : [];
    return framed({ at: "frame", start: state.start, before }, event, view);
  }
  const all = new Map(boxes(view));
  const movable = app.selection.filter((id) => all.has(id));
  if (!movable.includes(state.target)) return { state };
  return dragged(
    { at: "drag", start: state.start, target: state.target, ids: movable },
    event,
    view,
  );
}

function framed(
  state: Extract<SelectState, { at: "frame" }>,
  event: PointedEvent,
  view: View,
): Step<SelectState> {
  const frame = between(state.start, event.at);
  const inside = boxes(view).filter(([, box]) => overlap(box, frame));
  const gathered = inside.map(([id]) => id).filter((id) => !state.before.includes(id));
  const chosen = [...state.before, ...gathered];
  if (event.type === "release") return { state: REST, select: chosen };
  return { state, ghost: { frame }, select: chosen };
}

function dragged(
  state: Extract<SelectState, { at: "drag" }>,
  event: PointedEvent,
  view: View,
): Step<SelectState> {
  const by = { x: event.at.x - state.start.x, y: event.at.y - state.start.y };
  const moved = state.ids.flatMap((id) => {
    const area = view.painting.areas[id];
    return area ? [{ id, box: { ...area, x: area.x + by.x, y: area.y + by.y } }] : [];
  });
  const into = intoArrow(state, event, view);
  if (event.type === "release") {
    return { state: REST, command: into?.make ?? relocation(view, moved) };
  }
  const lane = laneAt(view, event.at);
  const ghost: Ghost = {
    carried: moved,
    ...(into ? { edge: into.edge } : lane === undefined ? {} : { lane }),
  };
  return { state, ghost };
}

/** The arrow under a single step that may be put into it. */
function intoArrow(state: Extract<SelectState, { at: "drag" }>, event: PointedEvent, view: View) {
  const { edge, node } = event.under;
  const isFree = node === undefined || node === state.target;
  if (edge === undefined || !isFree || state.ids.length !== 1) return undefined;
  const make = insertion(view, state.target, edge, laneAt(view, event.at));
  return make && { edge, make };
}

/** Each into the lane where its middle is, pinned where it was let go. */
function relocation(view: View, moved: readonly { id: RecordId; box: Rect }[]): Make {
  const commands = moved.flatMap(({ id, box }): Command[] => {
    const lane = laneAt(view, { x: box.x + box.w / 2, y: box.y + box.h / 2 });
    const pin = { x: Math.round(box.x), y: Math.round(box.y) };
    const pinned: Command = { type: "set_attribute", id, attribute: "pin", value: pin };
    if (lane === undefined || lane === laneOf(view, id)) return [pinned];
    return [{ type: "move_step", node: id, lane: numberOf(lane) }, pinned];
  });
  const [first] = moved;
  const title =
    moved.length === 1 && first
      ? t("ui-tool-moved", { name: nameOf(view, first.id) })
      : t("ui-tool-moved-several", { n: moved.length });
  return () => ({ type: "many", title, commands });
}
