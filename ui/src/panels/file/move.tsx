/** Gives the project its place, or another one: from a dialog where there is one, else by a name for the folder. */
import { type FormEvent, useState } from "react";
import { Form, Input, Label, TextField } from "react-aria-components";
import type { PanelProps } from "../../app";
import type { View } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { isComposing } from "../../widgets/composing";
import { Deed } from "./deed";

export function Move({ app, act, view }: PanelProps & { view: View }) {
  const [isNaming, setIsNaming] = useState(false);
  const { draft, read_only: isRead } = view.project;
  const id = draft ? "place-choose" : "place-move";
  const hasDialog = app.hello?.files === "dialog";
  const begin = () => (hasDialog ? void act.moveTo() : setIsNaming(true));
  const move = async (name: string) => {
    if (await act.moveTo(name)) setIsNaming(false);
  };
  return (
    <Deed id={id} isRead={isRead}>
      {isNaming ? (
        <NameOfFile first={view.project.name} move={move} leave={() => setIsNaming(false)} />
      ) : (
        <Button isDisabled={isRead} onPress={begin}>
          {t(`ui-file-${id}`)}
        </Button>
      )}
    </Deed>
  );
}

interface NameProps {
  first: string;
  move(name: string): Promise<void>;
  leave(): void;
}

function NameOfFile({ first, move, leave }: NameProps) {
  const [name, setName] = useState(first);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") void move(name.trim());
  };
  return (
    <Form className="file-name" onSubmit={submit}>
      <TextField className="field" value={name} onChange={setName} autoFocus>
        <Label>{t("ui-file-place-name")}</Label>
        <Input
          className="field-box"
          onKeyDown={(event) => {
            if (event.key !== "Escape" || isComposing(event)) return;
            event.stopPropagation();
            leave();
          }}
        />
      </TextField>
      <div className="ways">
        <Button type="submit" kind="primary" isDisabled={name.trim() === ""}>
          {t("ui-file-place-do")}
        </Button>
        <Button onPress={leave}>{t("ui-file-stop")}</Button>
      </div>
    </Form>
  );
}
