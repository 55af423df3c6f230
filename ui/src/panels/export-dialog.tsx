/** Writes what is shown to a file, or puts its picture where other programs can paste it. */
import "./export/export.css";
import type { Panel } from "../app";
import { ExportView } from "./export/view";

export const exportDialog: Panel = {
  id: "export",
  label: "ui-export-title",
  slot: "dialog",
  View: ExportView,
};
