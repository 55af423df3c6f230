/** The line at the foot: the figures of what is looked at, and the size at which it is shown. */
import "./footer/footer.css";
import type { Panel } from "../app";
import { FooterLine } from "./footer/view";

export const figures: Panel = {
  id: "figures",
  label: "ui-footer",
  slot: "footer",
  View: FooterLine,
};
