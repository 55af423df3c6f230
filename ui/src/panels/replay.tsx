/** The flow alive: cases on their way, queues that grow at the desks, and a clock. */
import "./proposal/proposal.css";
import "./replay/replay.css";
import type { Panel } from "../app";
import { ReplayView } from "./replay/view";

export const replay: Panel = {
  id: "replay",
  label: "ui-replay-option",
  slot: "middle",
  isWide: true,
  View: ReplayView,
};
