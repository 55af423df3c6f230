/** The canvas with a line below it: tools, and the legend. */
import { memo, useState } from "react";
import type { Act, PanelProps, ToolId } from "../../app";
import { Canvas } from "../../canvas/canvas";
import type { Command, Language, View } from "../../contract";
import { useLate } from "../../late";
import { t } from "../../text";
import { nodeOf } from "../../tools/graph";
import { toolOf } from "../../tools/tool";
import { Button } from "../../widgets/button";
import { Switch } from "../../widgets/choice";
import { HeatLegend, HeatSwitch } from "../complaints/heat";
import { FirstWords } from "./first-words";
import { Legend } from "./legend";

const TOOLS: readonly ToolId[] = ["select", "connect", "add-step", "pan"];
/** Where nothing can be changed. */
const READING: readonly ToolId[] = ["select", "pan"];

export function PictureView({ app, act }: PanelProps) {
  const [isLegendOpen, setLegendOpen] = useState(hasRoom);
  const { view } = app;
  const late = useLate(app);
  const language = app.hello?.language ?? "ja";
  if (!view) return null;
  return (
    <div className="picture">
      <div className="picture-canvas">
        <Canvas app={app} act={act} view={view} />
        {/* The table says so itself. */}
        {app.left === "outline" && <FirstWords act={act} view={late.view ?? view} />}
      </div>
      <div className="picture-line">
        {isLegendOpen ? (
          <Legend
            key={view.project.path}
            act={act}
            language={language}
            flow={view.flow}
            revision={app.analysis?.revision}
            heat={view.heat}
          />
        ) : (
          <HeatLegend view={view} />
        )}
        <Hands
          act={act}
          view={late.view ?? view}
          language={language}
          tool={toolOf(app)}
          isLegendOpen={isLegendOpen}
          setLegendOpen={setLegendOpen}
        />
      </div>
    </div>
  );
}

interface HandsProps {
  act: Act;
  view: View;
  /** In which it speaks. */
  language: Language;
  tool: ToolId;
  isLegendOpen: boolean;
  setLegendOpen: (isOpen: boolean) => void;
}

/** What the hand may do: choose a tool, open the legend, let everything stand where it belongs. */
const Hands = memo(function Hands(props: HandsProps) {
  const { act, view, tool, isLegendOpen, setLegendOpen } = props;
  const tools = view.project.read_only ? READING : TOOLS;
  return (
    <div className="picture-hands">
      <HeatSwitch act={act} view={view} />
      <Button
        kind="quiet"
        aria-expanded={isLegendOpen}
        onPress={() => setLegendOpen(!isLegendOpen)}
      >
        {t(isLegendOpen ? "ui-legend-close" : "ui-legend-open")}
      </Button>
      {!view.project.read_only && <Tidy act={act} view={view} />}
      <Switch
        label={t("ui-tools")}
        value={tool}
        onChange={(next) => act.show({ tool: next as ToolId })}
        options={tools.map((it) => ({ value: it, word: t(`ui-tool-${it}`) }))}
      />
    </div>
  );
});

/** Whether the legend fits beside the picture without taking much of it. */
function hasRoom(): boolean {
  return window.innerWidth >= 1400;
}

/** Lets everything stand where the layout puts it: there only where somebody moved something. */
function Tidy({ act, view }: { act: Act; view: View }) {
  const pinned = Object.keys(view.records).filter((id) => nodeOf(view, id)?.pin);
  if (pinned.length === 0) return null;
  const commands = pinned.map(
    (id): Command => ({ type: "set_attribute", id, attribute: "pin", value: null }),
  );
  const title = t("ui-tool-tidy");
  return (
    <Button kind="quiet" onPress={() => void act.send(() => ({ type: "many", title, commands }))}>
      {title}
    </Button>
  );
}
