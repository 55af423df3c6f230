/** The line in which one looks for a text of the flow, and puts another one in its place. */
import "./find/find.css";
import type { Panel } from "../app";
import { FindView } from "./find/view";

export const find: Panel = {
  id: "find",
  label: "ui-find",
  slot: "notice",
  View: FindView,
};
