/** The history: a slider over everything that was done, the picture of any moment, and the way back to it. */
import type { Panel } from "../app";
import { Strip } from "./history/strip";
import "./history/history.css";

export const history: Panel = {
  id: "history",
  label: "ui-history",
  slot: "notice",
  View: ({ app, act }) => {
    const { view, screen } = app;
    if (!view || screen !== "project" || !(app.history || view.project.past)) return null;
    return <Strip key={view.project.path} app={app} act={act} view={view} />;
  },
};
