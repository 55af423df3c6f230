/** Printing: the sheets as they will come out, and the printer. */
import "./print/print.css";
import type { Panel } from "../app";
import { PrintView } from "./print/view";

export const printDialog: Panel = {
  id: "print",
  label: "ui-print",
  slot: "dialog",
  View: PrintView,
};
