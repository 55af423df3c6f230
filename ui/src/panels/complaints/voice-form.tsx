/** Where a voice is written: Enter in the text writes it down, the rest can stay as it was. */
import { type FormEvent, type KeyboardEvent, useState } from "react";
import type { App } from "../../app";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Switch } from "../../widgets/choice";
import { isComposing } from "../../widgets/composing";
import { wordsOf } from "../step/attribute";
import { MoreFields } from "./more-fields";
import { foundAt, suggested } from "./templates";
import { turned } from "./to-voice";
import { VoiceText } from "./voice-text";
import { type Draft, settled, without } from "./voices";

interface VoiceFormProps {
  app: App;
  /** What it is about. */
  steps: readonly RecordId[];
  /** What is said of that above the text. */
  label: string;
  draft: Draft;
  setDraft(draft: Draft): void;
  /** True where it was written. */
  save(): Promise<boolean>;
  leave(): void;
  /** By which other parts of the window find the text; without it the cursor goes there at once. */
  id?: string;
  /** It waited while one looked elsewhere: the cursor stays where it is. */
  isWaiting?: true;
}

export function VoiceForm(props: VoiceFormProps) {
  const { app, steps, draft, save, leave } = props;
  const [times, setTimes] = useState(0);
  const templates = app.hello?.templates ?? [];
  const put = (change: Partial<Draft>) =>
    props.setDraft(settled({ ...draft, ...change }, templates));
  const isEmpty = draft.text.trim() === "";
  const submit = () => {
    if (isEmpty) return;
    setTimes(times + 1);
    void save();
  };
  const sent = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const template = templates.find((it) => it.id === draft.template);
  return (
    <form className="voice-form" onSubmit={sent} onKeyDownCapture={turning(app, draft, put)}>
      <p className="voice-keys">{t("ui-voices-keys")}</p>
      <Whose app={app} draft={draft} put={put} />
      <VoiceText
        times={times}
        label={props.label}
        text={draft.text}
        templates={suggested(templates, draft, foundAt(app, steps))}
        onText={(text) => put({ text })}
        onEnter={submit}
        onLeave={leave}
        isFirst={props.id === undefined && !props.isWaiting}
        {...(props.id === undefined ? {} : { id: props.id })}
      />
      {template && (
        <p className="voice-template">
          {template.hints.length > 0
            ? t("ui-voices-template-hints", { hints: template.hints.join(t("ui-voices-and")) })
            : t("ui-voices-template")}
          <Button kind="link" onPress={() => props.setDraft(without(draft, "template"))}>
            {t("ui-voices-template-off")}
          </Button>
        </p>
      )}
      <MoreFields
        key={`more-${times} ${steps.join(" ")}`}
        app={app}
        draft={draft}
        setDraft={props.setDraft}
      />
      <div className="voice-actions">
        <Button type="submit" kind="primary" isDisabled={isEmpty}>
          {t("ui-voices-save")}
        </Button>
        {props.id === undefined && <Button onPress={leave}>{t("ui-voices-cancel")}</Button>}
      </div>
    </form>
  );
}

type Put = (change: Partial<Draft>) => void;

/** Alt with an arrow, wherever in the form one is. */
function turning(app: App, draft: Draft, put: Put) {
  return (event: KeyboardEvent) => {
    if (isComposing(event) || !event.altKey || event.ctrlKey || event.metaKey) return;
    const words = (vocabulary: string) => wordsOf(app, vocabulary).map(({ value }) => value);
    const both = { voices: words("voice"), kinds: words("complaint_kind") };
    const next = turned(draft, event.key, both);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    put(next);
  };
}

function Whose({ app, draft, put }: { app: App; draft: Draft; put: Put }) {
  return (
    <div className="voice-words">
      <Switch
        label={t("ui-voices-whose")}
        value={draft.voice}
        options={wordsOf(app, "voice")}
        onChange={(voice) => put({ voice })}
      />
      <Switch
        label={t("ui-voices-kind")}
        value={draft.kind}
        options={wordsOf(app, "complaint_kind")}
        onChange={(kind) => put({ kind })}
      />
    </div>
  );
}
