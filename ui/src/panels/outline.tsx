/** The cards: the flow as a list, and the field where the next step is written. */
import { useState } from "react";
import type { Panel, PanelProps } from "../app";
import type { RecordId } from "../contract";
import { CardList } from "./outline/card-list";
import { CardMenu } from "./outline/card-menu";
import { Writer } from "./outline/writer";
import "./outline/outline.css";

export const outline: Panel = {
  id: "outline",
  label: "ui-form-outline",
  slot: "left",
  View: Outline,
};

function Outline({ app, act }: PanelProps) {
  const [naming, setNaming] = useState<RecordId>();
  return (
    <CardMenu app={app} act={act} rename={setNaming}>
      <CardList app={app} act={act} naming={naming} setNaming={setNaming} />
      {!app.view?.project.read_only && <Writer app={app} act={act} />}
    </CardMenu>
  );
}
