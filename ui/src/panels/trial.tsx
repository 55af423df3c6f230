/** What becomes of the work if: six questions, each with its levers, an answer at once, and one after time was played. */
import "./trial/results.css";
import "./trial/trial.css";
import type { Panel } from "../app";
import { TrialView } from "./trial/view";

export const trial: Panel = {
  id: "trial",
  label: "ui-trial",
  slot: "middle",
  isWide: true,
  View: TrialView,
};
