/** The figures of the flow looked at, for staff and residents, beside those of a to-be where there is one. */
import "./numbers/numbers.css";
import type { Panel } from "../app";
import { NumbersView } from "./numbers/view";

export const numbers: Panel = {
  id: "numbers",
  label: "ui-numbers",
  slot: "right",
  View: NumbersView,
};
