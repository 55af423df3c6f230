/** What need not be known of a voice: how many said it, how much it hurts, where it was heard. */
import { useState } from "react";
import { FieldError, Input, Label, TextField } from "react-aria-components";
import type { App } from "../../app";
import { t } from "../../text";
import { Choice } from "../../widgets/choice";
import { UNKNOWN, wordsOrUnknown } from "../step/attribute";
import { refusalOf, typedNumber, written } from "../step/typed-number";
import { type Draft, without } from "./voices";

interface MoreProps {
  app: App;
  draft: Draft;
  setDraft(draft: Draft): void;
}

const SEVERITIES = ["1", "2", "3"];

export function MoreFields({ app, draft, setDraft }: MoreProps) {
  return (
    <div className="voice-more">
      <Count draft={draft} setDraft={setDraft} />
      <Choice
        label={t("ui-voices-severity")}
        value={draft.severity === undefined ? UNKNOWN : String(draft.severity)}
        options={[
          { value: UNKNOWN, word: t("ui-step-unknown"), isNothing: true },
          ...SEVERITIES.map((value) => ({ value, word: t(`ui-voices-severity-${value}`) })),
        ]}
        onChange={(value) =>
          setDraft(
            value === UNKNOWN ? without(draft, "severity") : { ...draft, severity: Number(value) },
          )
        }
      />
      <Choice
        label={t("ui-voices-source")}
        value={draft.source ?? UNKNOWN}
        options={wordsOrUnknown(app, "complaint_source").map((option) =>
          option.value === UNKNOWN ? { ...option, isNothing: true } : option,
        )}
        onChange={(source) =>
          setDraft(source === UNKNOWN ? without(draft, "source") : { ...draft, source })
        }
      />
    </div>
  );
}

function Count({ draft, setDraft }: Omit<MoreProps, "app">) {
  const [count, setCount] = useState(draft.count === undefined ? "" : written(draft.count));
  const wrong = refusalOf(count);
  return (
    <TextField
      className="field"
      value={count}
      isInvalid={wrong !== undefined}
      validationBehavior="aria"
      onChange={(text) => {
        setCount(text);
        const n = typedNumber(text);
        const isCount = typeof n === "number" && refusalOf(text) === undefined;
        setDraft(isCount ? { ...draft, count: n } : without(draft, "count"));
      }}
    >
      <Label>{t("ui-voices-count")}</Label>
      <Input className="field-box" inputMode="numeric" placeholder="1" />
      <FieldError className="field-wrong">{wrong && t(wrong, { typed: count })}</FieldError>
    </TextField>
  );
}
