/** Adds a process to the open project: one that is begun here, or those of a file. */
import { type FormEvent, useRef, useState } from "react";
import { FileTrigger, Form, Input, Label, TextField } from "react-aria-components";
import type { Act } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";

export function AddProcess({ act }: { act: Act }) {
  const [name, setName] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await act.ask("add_process", { name }))) return;
    setName("");
    // The button that was pressed is none any more; the next name can be typed.
    field.current?.focus();
  };
  return (
    <Form className="add-process" onSubmit={(event) => void begin(event)}>
      <h3>{t("ui-across-add")}</h3>
      <TextField className="field" value={name} onChange={setName}>
        <Label className="field-label">{t("ui-across-add-name")}</Label>
        <Input ref={field} className="field-box" />
      </TextField>
      <div className="actions">
        <Button kind="plain" type="submit" isDisabled={name.trim() === ""}>
          {t("ui-across-add-begin")}
        </Button>
        <FileTrigger onSelect={(files) => files && void act.addFrom([...files])}>
          <Button kind="link">{t("ui-across-add-file")}</Button>
        </FileTrigger>
      </div>
      <p className="small quiet">{t("ui-across-add-event")}</p>
    </Form>
  );
}
