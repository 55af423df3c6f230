/** What is to be erased: a text that is written, or a person who is chosen. */
import { Input, Label, Text, TextField } from "react-aria-components";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { Choice, type Option, Switch } from "../../widgets/choice";
import { isShort, type Kind } from "./erasing";

interface WhatProps {
  people: readonly Option[];
  kind: Kind;
  text: string;
  person: RecordId | undefined;
  setKind(kind: Kind): void;
  setText(text: string): void;
  setPerson(person: RecordId): void;
}

export function What(props: WhatProps) {
  const { people, kind } = props;
  return (
    <div className="erase-what">
      {people.length > 0 && (
        <Switch<Kind>
          label={t("ui-erase-what")}
          value={kind}
          options={[
            { value: "text", word: t("ui-erase-text") },
            { value: "person", word: t("ui-erase-person") },
          ]}
          onChange={props.setKind}
        />
      )}
      {kind === "person" ? (
        <Choice
          label={t("ui-erase-person-field")}
          value={props.person}
          placeholder={t("ui-erase-person-choose")}
          options={people}
          onChange={props.setPerson}
        />
      ) : (
        <TextField className="field" value={props.text} onChange={props.setText} autoFocus>
          <Label>{t("ui-erase-text-field")}</Label>
          <Input className="field-box" placeholder={t("ui-erase-text-example")} />
          <Text slot="description" className="field-hint">
            {isShort(props.text) ? t("ui-erase-short") : "\u00a0"}
          </Text>
        </TextField>
      )}
    </div>
  );
}
