/** Voices: what staff and residents complain about, demand or suggest; written on what is chosen. */
import { useState } from "react";
import type { App, Panel, PanelProps } from "../app";
import type { FlowCard, RecordId, View } from "../contract";
import { shown } from "../keys";
import { shortcuts } from "../shortcuts";
import { t } from "../text";
import { isNode, nameOf } from "../tools/graph";
import { Button } from "../widgets/button";
import { Empty } from "../widgets/notice";
import { begin, begunAt } from "./complaints/begun";
import { fromVoice, NEW_VOICE } from "./complaints/to-voice";
import { VoiceForm } from "./complaints/voice-form";
import { VoiceList } from "./complaints/voice-list";
import { created, type Draft, next, settled } from "./complaints/voices";
import { complaintsOf } from "./flow-records";
import { flowOf } from "./told";
import "./complaints/complaints.css";

export const complaints: Panel = {
  id: "complaints",
  label: "ui-complaints",
  slot: "right",
  count: (app) => (app.view ? complaintsOf(app.view).length : undefined),
  View: ({ app, act }) => (
    <div className="voices" data-scope="voices">
      {app.view && isOpenFor(app.view) && <NewVoice app={app} act={act} view={app.view} />}
      {app.view && complaintsOf(app.view).length === 0 ? (
        <NoVoices app={app} act={act} />
      ) : (
        app.view && <VoiceList app={app} act={act} view={app.view} />
      )}
    </div>
  ),
};

function NewVoice({ app, act, view }: PanelProps & { view: View }) {
  const [draft, setDraft] = useVoicing(app, view);
  const [said, setSaid] = useState("");
  const steps = app.selection.filter(isNode);
  const about = aboutOf(view, steps);
  const save = async () => {
    // The next one can be written while this one is on its way.
    setDraft(next(draft));
    const done = await act.send((ids) => created(view, draft, steps, ids));
    if (done) setSaid(t("ui-voices-written", { about, text: draft.text.trim() }));
    // What was refused is still there to be mended.
    else if (begunAt(placeOf(view))?.draft.text === "") setDraft(draft);
    return done;
  };
  return (
    <>
      <VoiceForm
        app={app}
        steps={steps}
        label={about}
        draft={draft}
        setDraft={setDraft}
        save={save}
        leave={fromVoice}
        id={NEW_VOICE}
      />
      <p className="only-read" role="status">
        {said}
      </p>
    </>
  );
}

/**
 * The next voice: of whom, and of which kind, the key says that opened the field; then it is changed here. What was begun
 * is still there for whoever looks at another tab meanwhile.
 */
function useVoicing({ voicing, hello }: App, view: View): [Draft, (draft: Draft) => void] {
  const place = placeOf(view);
  const [latest, setLatest] = useState(() => begunAt(place));
  const begun = latest?.place === place ? latest : begunAt(place);
  const draft =
    begun?.voicing === voicing
      ? begun.draft
      : settled({ text: "", ...begun?.draft, ...voicing }, hello?.templates ?? []);
  return [draft, (next) => setLatest(begin({ place, voicing, draft: next }))];
}

function placeOf(view: View): string {
  return `${view.project.path} ${view.flow}`;
}

/** What a new voice will be about. */
function aboutOf(view: View, steps: readonly RecordId[]): string {
  const [first] = steps;
  if (first === undefined) return t("ui-voices-add-whole");
  if (steps.length > 1) return t("ui-voices-add-on-several", { n: steps.length });
  return t("ui-voices-add-on", { name: nameOf(view, first) || t("ui-cards-nameless") });
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
  const keys = { staff: keyOf("voice-staff"), resident: keyOf("voice-resident") };
  return (
    <Empty title={t("ui-voices-empty-title")}>
      <p>{t("ui-voices-empty-what")}</p>
      <p>{t("ui-voices-empty-how", keys)}</p>
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
function keyOf(id: string): string {
  return shown(shortcuts.find((shortcut) => shortcut.id === id)?.keys[0] ?? "");
}
