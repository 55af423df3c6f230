/** One voice: whose, what, how often, on which steps; chosen, moved and changed in place. */
import { type KeyboardEvent, useRef, useState } from "react";
import { Button as Bare } from "react-aria-components";
import type { App, PanelProps } from "../../app";
import type { ComplaintFields, RecordId, View } from "../../contract";
import { t } from "../../text";
import { isNode, nameOf } from "../../tools/graph";
import { Button } from "../../widgets/button";
import { isComposing } from "../../widgets/composing";
import { Words } from "../../widgets/words";
import { wordsOf } from "../step/attribute";
import { rewrite, rewritingAt, useRewriting } from "./begun";
import { isAbout } from "./order";
import { VoiceForm } from "./voice-form";
import { changed, type Draft, draftOf, putOn, removed, type Said, takenOff } from "./voices";

interface VoiceRowProps extends PanelProps {
  view: View;
  voice: Said;
}

export function VoiceRow(props: VoiceRowProps) {
  const { app, act, view, voice } = props;
  const draft = useRewriting(view, voice.id);
  // Who comes back to a text that waited is at work somewhere else.
  const [isBegunHere, setIsBegunHere] = useState(false);
  const title = useRef<HTMLButtonElement>(null);
  const steps = voice.fields.steps ?? [];
  const isReadOnly = view.project.read_only;
  const change = () => {
    setIsBegunHere(true);
    rewrite(view, voice.id, draftOf(voice.fields));
  };
  const leave = () => {
    setIsBegunHere(false);
    rewrite(view, voice.id, undefined);
    requestAnimationFrame(() => title.current?.focus());
  };
  const remove = async () => {
    const near = neighbour(title.current, voice);
    if (await act.send(() => removed(voice))) near?.focus();
  };
  if (draft && !isReadOnly) {
    return <Changing {...props} draft={draft} isBegunHere={isBegunHere} leave={leave} />;
  }
  const keys = (event: KeyboardEvent) => {
    if (isComposing(event) || isReadOnly) return;
    if (event.key === "F2") change();
    else if (event.key === "Delete") void remove();
    else return;
    event.preventDefault();
  };
  const isChosen = steps.length > 0 && isSame(steps, app.selection);
  return (
    <li
      className="voice"
      data-about={isAbout(voice, app.selection) || undefined}
      data-chosen={isChosen || undefined}
      onKeyDown={keys}
    >
      <p className="voice-whose">
        <span className={`voice-sign voice-${voice.fields.voice}`} aria-hidden="true" />
        {metaOf(app, voice.fields)}
      </p>
      <Bare
        ref={title}
        className="voice-text"
        data-title={voice.id}
        aria-pressed={isChosen}
        onPress={() => act.select(steps, { reveal: true })}
      >
        <Words text={voice.fields.text} />
      </Bare>
      <div className="voice-below">
        <Steps {...props} steps={steps} />
        {!isReadOnly && <Acts {...props} change={change} remove={() => void remove()} />}
      </div>
    </li>
  );
}

/** The title after this one, else the one before, of another voice: there the keyboard goes on. */
function neighbour(title: HTMLElement | null, { id }: Said): HTMLElement | undefined {
  if (!title) return undefined;
  const all = title.closest(".voices")?.querySelectorAll<HTMLElement>("[data-title]") ?? [];
  const titles = [...all].filter((it) => it === title || it.dataset.title !== id);
  const here = titles.indexOf(title);
  return titles[here + 1] ?? titles[here - 1];
}

function isSame(steps: readonly RecordId[], selection: readonly RecordId[]): boolean {
  return steps.length === selection.length && steps.every((step) => selection.includes(step));
}

interface ChangingProps extends VoiceRowProps {
  draft: Draft;
  /** Here, and just now: the cursor goes there. */
  isBegunHere: boolean;
  leave(): void;
}

function Changing({ app, act, view, voice, draft, isBegunHere, leave }: ChangingProps) {
  const save = async () => {
    const done = await act.send(() => changed(voice, draft));
    // Who typed on meanwhile has more to save.
    if (done && rewritingAt(view, voice.id) === draft) leave();
    return done;
  };
  return (
    <li className="voice voice-changing">
      <VoiceForm
        app={app}
        steps={voice.fields.steps ?? []}
        label={t("ui-voices-text")}
        draft={draft}
        setDraft={(next) => rewrite(view, voice.id, next)}
        save={save}
        leave={leave}
        {...(isBegunHere ? {} : { isWaiting: true })}
      />
    </li>
  );
}

/** What it is about, each with the way to take it off. */
function Steps({ act, view, voice, steps }: VoiceRowProps & { steps: readonly RecordId[] }) {
  if (steps.length === 0) return <p className="quiet small">{t("ui-voices-row-whole")}</p>;
  const name = (id: RecordId) => nameOf(view, id) || t("ui-cards-nameless");
  return (
    <ul className="voice-steps">
      {steps.map((id) => (
        <li key={id}>
          {name(id)}
          {!view.project.read_only && (
            <Bare
              className="voice-off"
              aria-label={t("ui-voices-take-off", { name: name(id) })}
              onPress={() => void act.send(() => takenOff(voice, id))}
            >
              ×
            </Bare>
          )}
        </li>
      ))}
    </ul>
  );
}

interface ActsProps {
  change(): void;
  remove(): void;
}

function Acts({ app, act, voice, change, remove }: VoiceRowProps & ActsProps) {
  const more = app.selection.filter((id) => isNode(id) && !isAbout(voice, [id]));
  return (
    <div className="voice-acts">
      {more.length > 0 && (
        <Button kind="link" onPress={() => void act.send(() => putOn(voice, more))}>
          {t("ui-voices-put-on-chosen")}
        </Button>
      )}
      <Button kind="link" onPress={change}>
        {t("ui-voices-change")}
      </Button>
      <Button kind="link" onPress={remove}>
        {t("ui-voices-remove")}
      </Button>
    </div>
  );
}

/** Whose, what kind, how many, how heavy, from where: what is known of it. */
function metaOf(app: App, fields: ComplaintFields): string {
  const word = (vocabulary: string, value: unknown) =>
    wordsOf(app, vocabulary).find((it) => it.value === value)?.word;
  const whose = word("voice", fields.voice) ?? "";
  const kind = word("complaint_kind", fields.kind) ?? "";
  const parts = [
    t("ui-voices-row", { whose, kind }),
    fields.count === undefined ? undefined : t("ui-voices-row-count", { n: fields.count }),
    typeof fields.severity === "number"
      ? t("ui-voices-row-severity", { n: fields.severity })
      : undefined,
    word("complaint_source", fields.source),
  ];
  return parts.filter((part) => part !== undefined).join(" ・ ");
}
