/** One voice: whose, what, how often, on which steps; changed in place. */
import { useState } from "react";
import type { PanelProps } from "../../app";
import type { ComplaintFields } from "../../contract";
import { t } from "../../text";
import { nameOf } from "../../tools/graph";
import { Button } from "../../widgets/button";
import { Words } from "../../widgets/words";
import type { Numbered } from "../flow-records";
import { wordsOf } from "../step/attribute";
import { VoiceForm } from "./voice-form";

interface VoiceRowProps extends PanelProps {
  voice: Numbered<ComplaintFields>;
}

export function VoiceRow({ app, act, voice }: VoiceRowProps) {
  const [isChanging, setIsChanging] = useState(false);
  const { id, fields } = voice;
  if (isChanging && !app.view?.project.read_only) {
    const leave = () => setIsChanging(false);
    return (
      <li className="voice">
        <VoiceForm app={app} steps={[]} voice={voice} save={act.send} leave={leave} />
      </li>
    );
  }
  return (
    <li className="voice">
      <p className="voice-whose">
        <span className={`voice-sign voice-${fields.voice}`} aria-hidden="true" />
        {metaOf(app, fields)}
      </p>
      <p className="voice-text">
        <Words text={fields.text} />
      </p>
      <Steps app={app} act={act} voice={voice} />
      {!app.view?.project.read_only && (
        <div className="voice-actions">
          <Button kind="link" onPress={() => setIsChanging(true)}>
            {t("ui-voices-change")}
          </Button>
          <Button kind="link" onPress={() => void act.send(() => ({ type: "remove", id }))}>
            {t("ui-voices-remove")}
          </Button>
        </div>
      )}
    </li>
  );
}

function Steps({ app, act, voice }: VoiceRowProps) {
  const { view } = app;
  const steps = voice.fields.steps ?? [];
  if (!view || steps.length === 0) return <p className="quiet">{t("ui-voices-row-whole")}</p>;
  return (
    <ul className="voice-steps">
      {steps.map((id) => (
        <li key={id}>
          <Button kind="link" onPress={() => act.select([id], { reveal: true })}>
            {nameOf(view, id) || t("ui-cards-nameless")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Whose, what kind, how many, how heavy, from where: what is known of it. */
function metaOf(app: PanelProps["app"], fields: ComplaintFields): string {
  const word = (vocabulary: string, value: unknown) =>
    wordsOf(app, vocabulary).find((it) => it.value === value)?.word;
  const whose = word("voice", fields.voice) ?? "";
  const kind = word("complaint_kind", fields.kind) ?? "";
  const parts = [
    t("ui-voices-row", { whose, kind }),
    fields.count === undefined ? undefined : t("ui-voices-row-count", { n: fields.count }),
    typeof fields.severity === "number"
      ? t("ui-voices-row-severity", { n: fields.severity })
      : undefined,
    word("complaint_source", fields.source),
  ];
  return parts.filter((part) => part !== undefined).join(" ・ ");
}
