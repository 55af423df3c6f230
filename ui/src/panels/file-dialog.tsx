/** The file of the project: where it lies, whether it is safe, and everything that is done with it as a whole. */
import "./file/file.css";
import type { Panel } from "../app";
import { FileView } from "./file/view";

export const fileDialog: Panel = {
  id: "file",
  label: "ui-file-title",
  slot: "dialog",
  View: FileView,
};
