/** Takes a text or a person out of everything that Kaizu keeps, for good. */
import "./erase/erase.css";
import type { Panel } from "../app";
import { EraseView } from "./erase/view";

export const eraseDialog: Panel = {
  id: "erase",
  label: "ui-erase-title",
  slot: "dialog",
  View: EraseView,
};
