/** Voices: what staff and residents complain about, demand or suggest; written on what is chosen. */
import { useEffect, useRef, useState } from "react";
import type { Panel, PanelProps } from "../app";
import type { FlowCard, RecordId, View } from "../contract";
import { shown } from "../keys";
import { whenThere } from "../list-sight";
import { shortcuts } from "../shortcuts";
import { t } from "../text";
import { isNode, nameOf } from "../tools/graph";
import { Button } from "../widgets/button";
import { Empty } from "../widgets/notice";
import { begunAt, useBegun, waitingElsewhere } from "./complaints/begun";
import { fromVoice, NEW_VOICE } from "./complaints/to-voice";
import { VoiceForm } from "./complaints/voice-form";
import { VoiceList } from "./complaints/voice-list";
import { created, next } from "./complaints/voices";
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
      <div className="voices-all">
        {app.view && complaintsOf(app.view).length === 0 ? (
          <NoVoices app={app} act={act} />
        ) : (
          app.view && <VoiceList app={app} act={act} view={app.view} />
        )}
      </div>
    </div>
  ),
};

function NewVoice({ app, act, view }: PanelProps & { view: View }) {
  const steps = app.selection.filter(isNode);
  const [draft, setDraft] = useBegun(app, view, steps);
  const [said, setSaid] = useState("");
  const [newest, setNewest] = useState<RecordId>();
  const status = useInSight(newest);
  const about = aboutOf(view, steps);
  const save = async () => {
    // The next one can be written while this one is on its way.
    setDraft(next(draft));
    let id = 0;
    const done = await act.send((ids) => {
      id = ids();
      return created(view, draft, steps, () => id);
    });
    if (done) {
      setNewest(`complaint/${id}`);
      setSaid(t("ui-voices-written", { about, text: draft.text.trim() }));
    }
    // What was refused is still there to be mended.
    if (!done && !begunAt(view, steps)) setDraft(draft);
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
      <Elsewhere app={app} act={act} view={view} steps={steps} />
      <p ref={status} className="only-read" role="status">
        {said}
      </p>
    </>
  );
}

/** Brings a voice into sight in the list below `ref`. */
function useInSight(voice: RecordId | undefined) {
  const ref = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const tab = ref.current?.closest(".voices");
    if (!tab || voice === undefined) return;
    return whenThere(tab, () => {
      const title = tab.querySelector(`[data-title="${voice}"]`);
      title?.closest(".voice")?.scrollIntoView?.({ block: "nearest" });
      return title !== null;
    });
  }, [voice]);
  return ref;
}

/** What waits on other steps is never out of sight, so that nobody takes it for lost. */
function Elsewhere({ act, view, steps }: PanelProps & { view: View; steps: readonly RecordId[] }) {
  return waitingElsewhere(view, steps).map((its) => (
    <p key={its.join(" ")} className="voices-waiting">
      <Button kind="link" onPress={() => act.select(its, { reveal: true })}>
        {t("ui-voices-waiting", { about: aboutOf(view, its) })}
      </Button>
    </p>
  ));
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
