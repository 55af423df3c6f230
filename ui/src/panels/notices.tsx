/** What the window says by itself, in one line below the header: a problem, work under way, the next thing to do. */
import "./notices/notices.css";
import type { Panel } from "../app";
import { NoticesView } from "./notices/view";

export const notices: Panel = {
  id: "notices",
  label: "ui-notice-problem",
  slot: "notice",
  View: NoticesView,
};
