/** Draws an arrow: from a step's knob or from the step pressed first, to the step it is let go on or pressed next. */
import type { App } from "../app";
import type { Point, RecordId, View } from "../contract";
import { t } from "../text";
import { arrows } from "./graph";
import type { Ghost, PointedEvent, Step, Tool } from "./tool";

export type ConnectState =
  | { at: "rest" }
  /** The hand is down since `from`. */
  | { at: "drag"; from: RecordId }
  /** `from` was pressed and let go; the next press says where to. */
  | { at: "picked"; from: RecordId };

const REST: ConnectState = { at: "rest" };

export const connect: Tool<ConnectState> = {
  id: "connect",
  rest: REST,
  next(state, event, app) {
    const { view } = app;
    if (!view || event.type === "cancel") return { state: REST };
    if (state.at === "rest") return begun(state, event);
    if (event.type === "move") return { state, ghost: ghost(view, state.from, event) };
    if (event.type === "press") return ended(view, state.from, event);
    if (event.type === "release" && state.at === "drag") return letGo(view, state.from, event, app);
    return { state };
  },
};

function begun(state: ConnectState, event: PointedEvent): Step<ConnectState> {
  const from = event.under.handle ?? event.under.node;
  if (event.type !== "press" || from === undefined) return { state };
  return { state: { at: "drag", from }, select: [from] };
}

function letGo(view: View, from: RecordId, event: PointedEvent, app: App): Step<ConnectState> {
  const isStill = event.under.node === from || event.under.handle === from;
  const isTool = app.tool === "connect";
  if (isStill) return isTool ? { state: { at: "picked", from } } : { state: REST };
  return ended(view, from, event);
}

function ended(view: View, from: RecordId, event: PointedEvent): Step<ConnectState> {
  const to = event.under.node;
  if (to === undefined || refusal(view, from, to) !== undefined) return { state: REST };
  return { state: REST, command: (ids) => ({ type: "connect", edge: ids(), from, to }) };
}

function ghost(view: View, from: RecordId, event: PointedEvent): Ghost {
  const line = { from: exit(view, from), to: event.at };
  const to = event.under.node;
  if (to === undefined || to === from) return { line };
  const refused = refusal(view, from, to);
  return { line, node: to, ...(refused === undefined ? {} : { refused }) };
}

/** The middle of the right edge. */
export function exit(view: View, id: RecordId): Point {
  const area = view.painting.areas[id] ?? { x: 0, y: 0, w: 0, h: 0 };
  return { x: area.x + area.w, y: area.y + area.h / 2 };
}

/** Why there can be no arrow; nothing where there can. Rust has the last word. */
export function refusal(view: View, from: RecordId, to: RecordId): string | undefined {
  if (from === to) return t("ui-tool-refused-self");
  if (arrows(view).some((arrow) => arrow.from === from && arrow.to === to)) {
    return t("ui-tool-refused-twin");
  }
  return undefined;
}
