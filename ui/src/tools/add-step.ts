/** Adds a step where it is pressed: in a lane there, on an arrow into it, on a step behind it. */
import type { Tool } from "./tool";
import { addingAt } from "./writing";

export type AddState = { at: "rest" };

const REST: AddState = { at: "rest" };

export const addStep: Tool<AddState> = {
  id: "add-step",
  rest: REST,
  next(state, event, app) {
    if (event.type !== "press" || !app.view) return { state };
    const writing = addingAt(app.view, event);
    return { state: REST, ...(writing ? { writing } : {}) };
  },
};
