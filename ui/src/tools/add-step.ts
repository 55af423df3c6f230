/** Adds a step where it is pressed: in a lane there, on an arrow into it, on a step behind it. */
import { t } from "../text";
import type { Tool } from "./tool";
import { addingAt } from "./writing";

export type AddState = { at: "rest" };

const REST: AddState = { at: "rest" };

export const addStep: Tool<AddState> = {
  id: "add-step",
  rest: REST,
  next(state, event, app) {
    // On letting go: a field opened while the hand still presses loses the cursor to the canvas under it.
    if (event.type !== "release" || !app.view) return { state };
    const writing = addingAt(app.view, event);
    if (writing) return { state: REST, writing };
    return { state: REST, ghost: { refused: t("ui-tool-add-outside") } };
  },
};
