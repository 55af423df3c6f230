/** Voices: what staff and residents complain about, demand or suggest; written on what is chosen. */
import { useState } from "react";
import type { Panel, PanelProps } from "../app";
import type { FlowCard, View } from "../contract";
import { shown } from "../keys";
import { shortcuts } from "../shortcuts";
import { t } from "../text";
import { isNode } from "../tools/graph";
import { Button } from "../widgets/button";
import { Switch } from "../widgets/choice";
import { Empty } from "../widgets/notice";
import { VoiceForm } from "./complaints/voice-form";
import { VoiceRow } from "./complaints/voice-row";
import { voicesOn } from "./complaints/voices";
import { complaintsOf } from "./flow-records";
import { flowOf } from "./told";
import "./complaints/complaints.css";

export const complaints: Panel = {
  id: "complaints",
  label: "ui-complaints",
  slot: "right",
  count: (app) => (app.view ? complaintsOf(app.view).length : undefined),
  View: ({ app, act }) => (
    <div className="voices">
      {app.view && isOpenFor(app.view) && <NewVoice app={app} act={act} />}
      <VoiceList app={app} act={act} />
    </div>
  ),
};

function NewVoice({ app, act }: PanelProps) {
  const steps = app.selection.filter(isNode);
  return <VoiceForm app={app} steps={steps} save={(command) => act.send(command)} />;
}

function VoiceList({ app, act }: PanelProps) {
  const [showsAll, setShowsAll] = useState(false);
  if (!app.view) return null;
  const all = complaintsOf(app.view);
  const steps = app.selection.filter(isNode);
  const shown = showsAll || steps.length === 0 ? all : voicesOn(app.view, steps);
  if (all.length === 0) return <NoVoices app={app} act={act} />;
  return (
    <>
      {steps.length > 0 && (
        <div className="voices-scope">
          <Switch
            label={t("ui-voices-show")}
            value={showsAll ? "all" : "selected"}
            options={[
              { value: "selected", word: t("ui-voices-show-selected") },
              { value: "all", word: t("ui-voices-show-all") },
            ]}
            onChange={(scope) => setShowsAll(scope === "all")}
          />
        </div>
      )}
      {shown.length === 0 ? (
        <Empty title={t("ui-voices-empty-selected")} />
      ) : (
        <ul className="voices-list">
          {shown.map((voice) => (
            <VoiceRow key={voice.id} app={app} act={act} voice={voice} />
          ))}
        </ul>
      )}
    </>
  );
}

function NoVoices({ app, act }: PanelProps) {
  const asIs = app.view && voicedFlow(app.view);
  if (asIs) {
    return (
      <Empty title={t("ui-voices-on-as-is")}>
        <p>{t("ui-voices-on-as-is-count", { n: asIs.voices ?? 0 })}</p>
        <Button kind="link" onPress={() => act.look({ flow: asIs.id })}>
          {t("ui-voices-on-as-is-go")}
        </Button>
      </Empty>
    );
  }
  return (
    <Empty title={t("ui-voices-empty-title")}>
      <p>{t("ui-voices-empty-what")}</p>
      <p>{t("ui-voices-empty-how", { key: voiceKey() })}</p>
    </Empty>
  );
}

/** Voices are about work as it is. */
function isOpenFor(view: View): boolean {
  return !view.project.read_only && flowOf(view)?.variant !== "to_be";
}

/** Looking at a to-be, the as-is whose voices led to it. */
function voicedFlow(view: View): FlowCard | undefined {
  const looked = flowOf(view);
  if (looked?.variant !== "to_be") return undefined;
  return (
    view.flows.find((flow) => flow.id === looked.made_from) ??
    view.flows.find((flow) => flow.variant === "as_is")
  );
}

/** The key that puts the cursor into the field for the next voice. */
function voiceKey(): string {
  return shown(shortcuts.find(({ id }) => id === "voice")?.keys[0] ?? "");
}
