/** What cannot be undone is asked about in place, before it is done. */
import { useState } from "react";
import { t } from "../../text";
import { Button } from "../../widgets/button";

interface SureProps {
  /** On the button. */
  word: string;
  /** Said instead of it, where several buttons have the same word. */
  what?: string;
  /** The question. */
  ask: string;
  onSure(): Promise<void>;
}

export function Sure({ word, what, ask, onSure }: SureProps) {
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) {
    return (
      <Button
        kind="link"
        {...(what === undefined ? {} : { "aria-label": what })}
        onPress={() => setAsked(true)}
      >
        {word}
      </Button>
    );
  }
  const sure = () => void onSure().then(() => setAsked(false));
  return (
    <div className="sure" role="group" aria-label={ask}>
      <span>{ask}</span>
      <Button kind="danger" onPress={sure}>
        {t("ui-backups-yes")}
      </Button>
      <Button autoFocus onPress={() => setAsked(false)}>
        {t("ui-backups-no")}
      </Button>
    </div>
  );
}
