/** The as-is above a to-be at one scale, with the changes beside them; without a to-be, the way to one. */
import "./proposal/proposal.css";
import type { Panel } from "../app";
import { ProposalView } from "./proposal/view";

export const compare: Panel = {
  id: "compare",
  label: "ui-compare-tab",
  slot: "middle",
  isWide: true,
  View: ProposalView,
};
