/** The cards: the flow as a list, and the field where the next step is written. */
import type { Panel } from "../app";
import { CardList } from "./outline/card-list";
import { Writer } from "./outline/writer";
import "./outline/outline.css";

export const outline: Panel = {
  id: "outline",
  label: "ui-form-outline",
  slot: "left",
  View: ({ app, act }) => (
    <div className="outline" data-scope="cards">
      <CardList app={app} act={act} />
      {!app.view?.project.read_only && <Writer app={app} act={act} />}
    </div>
  ),
};
