/** The text of a voice; while nothing, or little, is typed, what people often say is offered below it. */
import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Label, ListBox, ListBoxItem, Text, TextArea, TextField } from "react-aria-components";
import type { VoiceTemplate } from "../../contract";
import { t } from "../../text";
import { isComposing } from "../../widgets/composing";

interface VoiceTextProps {
  label: string;
  text: string;
  /** What fits it. */
  templates: readonly VoiceTemplate[];
  onText(text: string): void;
  onEnter(): void;
  onLeave(): void;
  id?: string;
  /** The cursor goes there at once. */
  isFirst: boolean;
  /** How many were written here: the next one follows, and what is offered does not cover the last. */
  times: number;
}

export function VoiceText(props: VoiceTextProps) {
  const { text, templates, times } = props;
  const [isHere, setIsHere] = useState(false);
  const [isPutAway, setIsPutAway] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const hint = useId();
  useEffect(() => setIsPutAway(times > 0), [times]);
  const isOffered = isHere && !isPutAway && templates.length > 0;
  const toText = () => frame.current?.querySelector("textarea")?.focus();
  const choose = (template: VoiceTemplate | undefined) => {
    if (template) props.onText(template.text);
    toText();
  };
  const came = () => {
    // Who comes back has seen what was written here.
    if (!isHere) setIsPutAway(false);
    setIsHere(true);
  };
  const left = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setIsHere(false);
  };
  const offer = { isOffered, putAway: () => setIsPutAway(true) };
  const take = () => {
    setIsPutAway(false);
    // They are there once they are shown.
    requestAnimationFrame(() =>
      frame.current?.querySelector<HTMLElement>('[role="option"]')?.focus(),
    );
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only sees where the cursor is
    <div ref={frame} className="voice-write" onFocus={came} onBlur={left}>
      <TextField
        className="field"
        value={text}
        autoFocus={props.isFirst}
        onChange={(next) => {
          setIsPutAway(false);
          props.onText(next);
        }}
      >
        <Label>{props.label}</Label>
        <TextArea
          {...(props.id === undefined ? {} : { id: props.id })}
          className="field-box"
          rows={2}
          placeholder={t("ui-voices-text-example")}
          onKeyDown={(event) => keyInText(event, props, offer, take)}
          aria-describedby={isOffered ? hint : undefined}
        />
      </TextField>
      {isOffered && (
        <Offered hint={hint} templates={templates} choose={choose} offer={offer} toText={toText} />
      )}
    </div>
  );
}

interface Offer {
  isOffered: boolean;
  putAway(): void;
}

function keyInText(event: KeyboardEvent, props: VoiceTextProps, offer: Offer, take: () => void) {
  if (isComposing(event) || event.altKey) return;
  if (event.key === "Escape") {
    if (offer.isOffered) offer.putAway();
    else props.onLeave();
  } else if (event.key === "Enter" && !event.shiftKey) props.onEnter();
  else if (event.key === "ArrowDown" && props.templates.length > 0 && isOneLine(props.text)) take();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** In a longer text the arrows go from line to line. */
function isOneLine(text: string): boolean {
  return text.length < 20 && !text.includes("\n");
}

interface OfferedProps {
  hint: string;
  templates: readonly VoiceTemplate[];
  choose(template: VoiceTemplate | undefined): void;
  offer: Offer;
  toText(): void;
}

function Offered({ hint, templates, choose, offer, toText }: OfferedProps) {
  const back = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    toText();
    offer.putAway();
  };
  return (
    <div className="pop voice-templates" onKeyDownCapture={back}>
      <p id={hint} className="pop-head">
        {t("ui-voices-often", { n: templates.length })}
      </p>
      <ListBox
        aria-label={t("ui-voices-often-list")}
        items={templates}
        selectionMode="none"
        onAction={(id) => choose(templates.find((it) => it.id === id))}
      >
        {(template) => (
          <ListBoxItem id={template.id} textValue={template.text}>
            <Text slot="label">{template.text}</Text>
            {template.hints.length > 0 && (
              <Text slot="description" className="voice-hint">
                {template.hints.join(t("ui-voices-and"))}
              </Text>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  );
}
