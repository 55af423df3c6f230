/** A field for a word or a few: writes on Enter and on leaving, Esc brings back what was there. */
import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from "react";
import { FieldError, Input, Label, Text, TextArea, TextField } from "react-aria-components";
import { isComposing } from "./composing";
import "./field.css";

/** What was written; a promise is waited for, so that the old value does not flash up between. What is answered with false was
 * refused: it stays in the field to be mended. */
export type Commit = (text: string) => unknown;

export interface NameFieldProps {
  /** What it is for. Shown above, unless `isLabelHidden`. */
  label: string;
  isLabelHidden?: boolean;
  value: string;
  onCommit: Commit;
  placeholder?: string;
  /** Said below: an example, a unit. */
  hint?: string;
  /** What is wrong with it; shown in place of the hint. */
  wrong?: string;
  /** More than one line: then Enter breaks the line, Ctrl+Enter writes. */
  lines?: number;
  isDisabled?: boolean;
  autoFocus?: boolean;
  inputMode?: "text" | "decimal" | "numeric";
  /** After Esc, when there was nothing to bring back. */
  onCancel?: () => void;
  /** When the field was left and what was written has arrived. */
  onLeave?: () => void;
  inputRef?: Ref<HTMLInputElement>;
  /** What others wrote there, offered while one writes. */
  suggestions?: readonly string[];
  /** By which name a way to it is found. */
  attribute?: string;
}

export function NameField(props: NameFieldProps) {
  const { label, isLabelHidden, hint, lines } = props;
  const draft = useDraft(props.value, props.onCommit, lines !== undefined, props.onCancel);
  const wrong = draft.isGivenUp ? undefined : props.wrong;
  return (
    <TextField
      className="field"
      value={draft.shown}
      onChange={draft.write}
      isInvalid={wrong !== undefined}
      isDisabled={props.isDisabled ?? false}
      {...(isLabelHidden ? { "aria-label": label } : {})}
      {...(props.autoFocus ? { autoFocus: true } : {})}
      {...(props.attribute ? { "data-attribute": props.attribute } : {})}
    >
      {!isLabelHidden && <Label>{label}</Label>}
      <Box {...props} draft={draft} />
      {hint !== undefined && wrong === undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-wrong">{wrong}</FieldError>
    </TextField>
  );
}

/** Where it is written: one line or several. */
function Box({ draft, ...props }: NameFieldProps & { draft: ReturnType<typeof useDraft> }) {
  const { lines, inputRef, inputMode, placeholder, suggestions = [] } = props;
  const list = useId();
  const common = {
    className: "field-box",
    "data-unchanged": draft.isChanged ? undefined : "",
    onKeyDown: draft.key,
    onBlur: () => void draft.commit().then(props.onLeave),
    ...(placeholder === undefined ? {} : { placeholder }),
  };
  if (lines !== undefined) return <TextArea {...common} rows={lines} />;
  const held = inputRef ? { ref: inputRef } : {};
  const offered = suggestions.length > 0 ? { list } : {};
  return (
    <>
      <Input {...common} {...held} {...offered} inputMode={inputMode ?? "text"} />
      <datalist id={list}>
        {[...new Set(suggestions)].map((word) => (
          <option key={word} value={word} />
        ))}
      </datalist>
    </>
  );
}

/** The text while it is written: nothing leaves before Enter or the loss of focus. */
export function useDraft(value: string, onCommit: Commit, hasLines = false, onCancel?: () => void) {
  const [draft, setDraft] = useState<string | null>(null);
  const [isGivenUp, setGivenUp] = useState(false);
  const sent = useRef<{ text: string; done: Promise<void> } | null>(null);
  /** What was refused is not sent once more by who only looks elsewhere. */
  const refused = useRef<string>(undefined);
  const giveUp = () => {
    refused.current = undefined;
    sent.current = null;
    setGivenUp(true);
    setDraft(null);
  };
  const write = (text: string) => {
    // The same words typed once more are sent once more; only who leaves the field before it shows the answer is not.
    sent.current = null;
    setDraft(text);
  };
  /** Until what was written has arrived. */
  const commit = async (): Promise<void> => {
    if (draft === null || draft === refused.current) return;
    if (draft === sent.current?.text) return sent.current.done;
    if (draft === value) return giveUp();
    setGivenUp(false);
    const done = Promise.resolve(onCommit(draft)).then((answer) => {
      if (answer === false) {
        sent.current = null;
        refused.current = draft;
      } else setDraft((now) => (now === draft ? null : now));
    });
    sent.current = { text: draft, done };
    return done;
  };
  // A key may take the whole field away, and then nobody leaves it.
  const latest = useRef(commit);
  latest.current = commit;
  useEffect(() => () => void latest.current(), []);
  const key = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === "Enter" && (!hasLines || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      refused.current = undefined;
      void commit();
    }
    if (event.key !== "Escape") return;
    event.stopPropagation();
    if (draft === null || draft === value) onCancel?.();
    giveUp();
  };
  const shown = draft ?? value;
  return { shown, isChanged: draft !== null, isGivenUp, write, key, commit };
}
