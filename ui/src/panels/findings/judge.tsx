/** Asks why a finding is needed after all, in its place, and sets it aside with that reason. */
import { type KeyboardEvent, useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import type { Act } from "../../app";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { isComposing } from "../../widgets/composing";
import type { Finding } from "../told";

interface NeededProps {
  act: Act;
  finding: Finding;
  steps: RecordId[];
  close(): void;
}

export function Needed({ act, finding, steps, close }: NeededProps) {
  const [reason, setReason] = useState("");
  const said = reason.trim();
  const save = async () => {
    if (said === "") return;
    const { detector } = finding;
    const asked = { detector, steps, decision: "excluded", reason: said } as const;
    if (await act.ask("set_aside", asked)) close();
  };
  const key = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === "Enter") void save();
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
  };
  return (
    <div className="needed">
      <TextField className="field" value={reason} onChange={setReason} autoFocus={true}>
        <Label>{t("ui-findings-reason")}</Label>
        <Input
          className="field-box"
          placeholder={t("ui-findings-reason-example")}
          onKeyDown={key}
        />
      </TextField>
      <div className="actions">
        <Button kind="plain" isDisabled={said === ""} onPress={() => void save()}>
          {t("ui-findings-reason-save")}
        </Button>
        <Button kind="link" onPress={close}>
          {t("ui-findings-reason-stop")}
        </Button>
      </div>
    </div>
  );
}
