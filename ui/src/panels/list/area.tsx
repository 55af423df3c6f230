/** Where a list is pasted or written. What a program says besides the letters is kept when all of it is pasted. */
import type { ClipboardEvent } from "react";
import { Label, Text, TextArea, TextField } from "react-aria-components";
import type { Pasted } from "../../app";
import { t } from "../../text";

interface AreaProps {
  text: string;
  /** Whether there is nothing else to look at yet. */
  isAlone: boolean;
  onChange(text: string): void;
  onPaste(pasted: Pasted): void;
}

export function Area({ text, isAlone, onChange, onPaste }: AreaProps) {
  const pasted = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const isAll = value.trim() === "" || (selectionStart === 0 && selectionEnd === value.length);
    const next = {
      text: event.clipboardData.getData("text/plain"),
      html: event.clipboardData.getData("text/html"),
    };
    // A word is written on; a list is looked at.
    if (!isAll || !(next.html || /[\n\t]/.test(next.text))) return;
    event.preventDefault();
    onPaste(next);
  };
  return (
    <TextField className="field" value={text} onChange={onChange} autoFocus>
      <Label className="field-label">{t("ui-list-field")}</Label>
      <TextArea
        className="field-box"
        rows={isAlone ? 12 : 6}
        spellCheck="false"
        placeholder={t("ui-list-example")}
        onPaste={pasted}
      />
      <Text slot="description" className="field-hint">
        {t("ui-list-hint")}
      </Text>
    </TextField>
  );
}
