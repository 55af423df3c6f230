/** Asks in its place what people say to a finding: that it is so, that it has to be looked up, or that it does not count. */
import { type KeyboardEvent, useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import type { Act } from "../../app";
import type { RecordId } from "../../contract";
import type { Decision } from "../../generated/Decision";
import type { Exclusion } from "../../generated/Exclusion";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Switch } from "../../widgets/choice";
import { isComposing } from "../../widgets/composing";
import type { Finding } from "../told";

interface JudgeProps {
  act: Act;
  finding: Finding;
  steps: RecordId[];
  close(): void;
}

type Said = Exclude<Decision, "new">;

const SAID: readonly Said[] = ["excluded", "accepted", "question"];
const WHY: readonly Exclusion[] = ["needed", "law", "false_alarm"];

export function Judge({ act, finding, steps, close }: JudgeProps) {
  const before = finding.verdict;
  const [decision, setDecision] = useState<Said>("excluded");
  const [why, setWhy] = useState<Exclusion>(before?.why ?? "needed");
  const [reason, setReason] = useState(before?.reason ?? "");
  const said = reason.trim();
  const isLacking = said === "" && demands(decision, why);
  const save = async () => {
    if (isLacking) return;
    const { detector } = finding;
    const asked = { detector, steps, decision, reason: said };
    const whole = decision === "excluded" ? { ...asked, why } : asked;
    if (await act.ask("set_aside", whole)) close();
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
    <div className="judge">
      <Switch
        label={t("ui-findings-judge")}
        value={decision}
        options={SAID.map((value) => ({ value, word: t(`ui-findings-say-${value}`) }))}
        onChange={setDecision}
      />
      {decision === "excluded" && (
        <Switch
          label={t("ui-findings-against")}
          value={why}
          options={WHY.map((value) => ({ value, word: t(`ui-findings-against-${value}`) }))}
          onChange={setWhy}
        />
      )}
      <TextField className="field" value={reason} onChange={setReason} autoFocus={true}>
        <Label>{t(`ui-findings-reason-${decision}`)}</Label>
        <Input
          className="field-box"
          placeholder={t(`ui-findings-reason-${decision}-example`)}
          onKeyDown={key}
        />
      </TextField>
      <div className="actions">
        <Button kind="plain" isDisabled={isLacking} onPress={() => void save()}>
          {t("ui-findings-reason-save")}
        </Button>
        <Button kind="link" onPress={close}>
          {t("ui-findings-reason-stop")}
        </Button>
      </div>
    </div>
  );
}

/** Whether words are needed: what is needed after all must say why, and a question what it asks. */
function demands(decision: Said, why: Exclusion): boolean {
  return decision === "question" || (decision === "excluded" && why === "needed");
}
