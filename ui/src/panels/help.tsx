/** First steps, keys, what this is, and what it is made of. */
import "./help/help.css";
import type { Panel } from "../app";
import { HelpView } from "./help/view";

export const help: Panel = {
  id: "help",
  label: "ui-help-title",
  slot: "dialog",
  View: HelpView,
};
