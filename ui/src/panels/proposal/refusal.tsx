/** Why a change is not taken: asked for, never demanded. */
import { useState } from "react";
import type { Act } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { NameField } from "../../widgets/name-field";
import type { Card } from "../told";
import type { Decided } from "./decided";

interface RefusalProps {
  act: Act;
  card: Card;
  decided: Decided;
}

export function Refusal({ act, card, decided }: RefusalProps) {
  const [isAsked, setAsked] = useState(false);
  const { improvement } = card;
  if (decided.after)
    return <p className="quiet">{t("ui-cards-falls", { title: decided.after })}</p>;
  if (isAsked) {
    return (
      <NameField
        label={t("ui-cards-reason")}
        value={decided.reason ?? ""}
        autoFocus={true}
        onCancel={() => setAsked(false)}
        onCommit={async (reason) => {
          await act.ask("decide", { improvement, accept: false, reason: reason.trim() });
          setAsked(false);
        }}
      />
    );
  }
  return (
    <p className="quiet">
      {decided.reason && `${t("ui-cards-reason-said", { reason: decided.reason })} `}
      <Button kind="link" onPress={() => setAsked(true)}>
        {t(decided.reason ? "ui-cards-reason-change" : "ui-cards-reason-write")}
      </Button>
    </p>
  );
}
