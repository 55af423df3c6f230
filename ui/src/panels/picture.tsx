/** The picture of the flow, what its signs mean, and what the hand does. */
import "./picture/picture.css";
import type { Panel } from "../app";
import { PictureView } from "./picture/view";

export const picture: Panel = {
  id: "picture",
  label: "ui-picture",
  slot: "middle",
  View: PictureView,
};
