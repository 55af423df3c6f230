/** The picture of the flow. */
import type { Panel } from "../app";

export const picture: Panel = {
  id: "picture",
  label: "ui-picture",
  slot: "middle",
  View: () => null,
};
