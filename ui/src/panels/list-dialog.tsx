/** Makes steps of a list or table: what was read, what comes of it, and what cannot be used. */
import "./list/list.css";
import type { Panel } from "../app";
import { ListView } from "./list/view";

export const listDialog: Panel = {
  id: "list",
  label: "ui-list-title",
  slot: "dialog",
  View: ListView,
};
