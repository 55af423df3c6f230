/** The ways in: a new process, named in place, or a file. */
import { type FormEvent, useState } from "react";
import { Form, Input, Label, TextField } from "react-aria-components";
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { isComposing } from "../../widgets/composing";
import { askForFile } from "./files";

export function WaysIn({ app, act }: PanelProps) {
  const [isNaming, setIsNaming] = useState(false);
  if (isNaming) return <NewProcess act={act} leave={() => setIsNaming(false)} />;
  return (
    <div className="ways-in">
      <Button kind="primary" onPress={() => setIsNaming(true)}>
        {t("ui-start-new")}
      </Button>
      <Button onPress={() => askForFile(app, act)}>{t("ui-start-open")}</Button>
    </div>
  );
}

function NewProcess({ act, leave }: { act: PanelProps["act"]; leave(): void }) {
  const [name, setName] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") void act.create(name.trim());
  };
  return (
    <Form className="ways-in new-process" onSubmit={submit}>
      <TextField className="field new-process-name" value={name} onChange={setName} autoFocus>
        <Label>{t("ui-start-new-name")}</Label>
        <Input
          className="field-box"
          placeholder={t("ui-start-new-example")}
          onKeyDown={(event) => {
            if (event.key === "Escape" && !isComposing(event)) leave();
          }}
        />
      </TextField>
      <Button type="submit" kind="primary" isDisabled={name.trim() === ""}>
        {t("ui-start-new-create")}
      </Button>
      <Button onPress={leave}>{t("ui-start-cancel")}</Button>
    </Form>
  );
}
