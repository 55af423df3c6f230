/** Moves the paper. */
import type { Point } from "../contract";
import type { Tool } from "./tool";

export type PanState = { at: "rest" } | { at: "hold"; last: Point };

const REST: PanState = { at: "rest" };

export const pan: Tool<PanState> = {
  id: "pan",
  rest: REST,
  next(state, event) {
    if (event.type === "press") return { state: { at: "hold", last: event.screen } };
    if (event.type === "move" && state.at === "hold") {
      const by = { x: event.screen.x - state.last.x, y: event.screen.y - state.last.y };
      return { state: { at: "hold", last: event.screen }, pan: by };
    }
    return { state: event.type === "move" ? state : REST };
  },
};
