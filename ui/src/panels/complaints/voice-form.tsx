/** Where a voice is written: Enter in the text writes it down, the rest can stay as it was. */
import { type FormEvent, useState } from "react";
import { FieldError, Form, Input, Label, TextArea, TextField } from "react-aria-components";
import type { App, Ids } from "../../app";
import type { Command, ComplaintFields, RecordId } from "../../contract";
import { t } from "../../text";
import { nameOf } from "../../tools/graph";
import { Button } from "../../widgets/button";
import { Choice, Switch } from "../../widgets/choice";
import { isComposing } from "../../widgets/composing";
import type { Numbered } from "../flow-records";
import { Fold } from "../fold";
import { UNKNOWN, wordsOf, wordsOrUnknown } from "../step/attribute";
import { typedNumber, written } from "../step/typed-number";
import { changed, created, type Draft, draftOf, FIRST, NEW_VOICE } from "./voices";

interface VoiceFormProps {
  app: App;
  /** What a new voice is about. */
  steps: readonly RecordId[];
  /** The one that is changed; without it a new one is written. */
  voice?: Numbered<ComplaintFields>;
  save(command: (ids: Ids) => Command): Promise<boolean>;
  leave?(): void;
}

export function VoiceForm({ app, steps, voice, save, leave }: VoiceFormProps) {
  const [draft, setDraft] = useState<Draft>(voice ? draftOf(voice.fields) : FIRST);
  const { view } = app;
  if (!view) return null;
  const put = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const submit = async () => {
    if (draft.text.trim() === "") return;
    const done = await save((ids) =>
      voice ? changed(voice, draft) : created(view, draft, steps, t("ui-voices-add"), ids),
    );
    if (done && leave) leave();
    else if (done) setDraft({ text: "", voice: draft.voice, kind: draft.kind });
  };
  const sent = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <Form className="voice-form" onSubmit={sent}>
      <TextField
        className="field"
        value={draft.text}
        onChange={(text) => put({ text })}
        {...(voice ? { autoFocus: true } : {})}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === "Escape") leave?.();
          if (event.key === "Enter" && !event.shiftKey) {
            event.preventDefault();
            void submit();
          } else event.continuePropagation();
        }}
      >
        <Label>{voice ? t("ui-voices-text") : aboutOf(app, steps)}</Label>
        <TextArea
          {...(voice ? {} : { id: NEW_VOICE })}
          className="field-box"
          rows={2}
          placeholder={t("ui-voices-text-example")}
        />
      </TextField>
      <div className="voice-words">
        <Switch
          label={t("ui-voices-whose")}
          value={draft.voice}
          options={wordsOf(app, "voice")}
          onChange={(next) => put({ voice: next })}
        />
        <Switch
          label={t("ui-voices-kind")}
          value={draft.kind}
          options={wordsOf(app, "complaint_kind")}
          onChange={(kind) => put({ kind })}
        />
      </div>
      <Fold title={t("ui-voices-more")}>
        <MoreFields app={app} draft={draft} setDraft={setDraft} />
      </Fold>
      <div className="voice-actions">
        <Button type="submit" kind="primary" isDisabled={draft.text.trim() === ""}>
          {t("ui-voices-save")}
        </Button>
        {leave && <Button onPress={leave}>{t("ui-voices-cancel")}</Button>}
      </div>
    </Form>
  );
}

/** What a new voice will be about. */
function aboutOf({ view }: App, steps: readonly RecordId[]): string {
  const [first] = steps;
  if (!view || first === undefined) return t("ui-voices-add-whole");
  if (steps.length > 1) return t("ui-voices-add-on-several", { n: steps.length });
  return t("ui-voices-add-on", { name: nameOf(view, first) || t("ui-cards-nameless") });
}

interface MoreProps {
  app: App;
  draft: Draft;
  setDraft(draft: Draft): void;
}

function MoreFields({ app, draft, setDraft }: MoreProps) {
  const [count, setCount] = useState(draft.count === undefined ? "" : written(draft.count));
  const { count: _count, ...uncounted } = draft;
  const { severity: _severity, ...unweighed } = draft;
  const { source: _source, ...unheard } = draft;
  return (
    <div className="voice-more">
      <TextField
        className="field"
        value={count}
        isInvalid={typedNumber(count) === undefined}
        validationBehavior="aria"
        onChange={(text) => {
          setCount(text);
          const n = typedNumber(text);
          setDraft(typeof n === "number" ? { ...draft, count: n } : uncounted);
        }}
      >
        <Label>{t("ui-voices-count")}</Label>
        <Input className="field-box" inputMode="numeric" placeholder="1" />
        <FieldError className="field-wrong">{t("ui-step-number", { typed: count })}</FieldError>
      </TextField>
      <Choice
        label={t("ui-voices-severity")}
        value={draft.severity === undefined ? UNKNOWN : String(draft.severity)}
        options={[
          { value: UNKNOWN, word: t("ui-step-unknown") },
          ...["1", "2", "3"].map((value) => ({ value, word: t(`ui-voices-severity-${value}`) })),
        ]}
        onChange={(value) =>
          setDraft(value === UNKNOWN ? unweighed : { ...draft, severity: Number(value) })
        }
      />
      <Choice
        label={t("ui-voices-source")}
        value={draft.source ?? UNKNOWN}
        options={wordsOrUnknown(app, "complaint_source")}
        onChange={(source) => setDraft(source === UNKNOWN ? unheard : { ...draft, source })}
      />
    </div>
  );
}
