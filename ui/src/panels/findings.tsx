/** Waste that Rust found in this flow: gravest first, with what to do and the way to set it aside. */
import "./findings/findings.css";
import type { Panel } from "../app";
import { grouped } from "./findings/grouping";
import { FindingsView } from "./findings/view";
import { analysisOf } from "./told";

export const findings: Panel = {
  id: "findings",
  label: "ui-findings",
  slot: "right",
  count: (app) => {
    const analysis = analysisOf(app);
    return analysis && grouped(analysis.findings).open.length;
  },
  View: FindingsView,
};
