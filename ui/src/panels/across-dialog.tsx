/** Several processes of the project together: a resident's way through the offices, and what they show as a whole. */
import "./across/across.css";
import type { Panel } from "../app";
import { AcrossView } from "./across/view";

export const acrossDialog: Panel = {
  id: "across",
  label: "ui-across",
  slot: "dialog",
  View: AcrossView,
};
