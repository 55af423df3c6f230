/** The flow as text: one line a step, read as it is typed. */
import type { Panel } from "../app";
import { TextForm } from "./text/text-form";
import "./text/text.css";

export const text: Panel = {
  id: "text",
  label: "ui-form-text",
  slot: "left",
  View: TextForm,
};
