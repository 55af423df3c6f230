/** Why a change is not taken: asked for, never demanded. */
import { useState } from "react";
import type { Act } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { NameField } from "../../widgets/name-field";
import type { Card } from "../told";

interface RefusalProps {
  act: Act;
  card: Card;
  /** Whether nothing can be changed now. */
  isRead: boolean;
}

export function Refusal({ act, card, isRead }: RefusalProps) {
  const [isAsked, setAsked] = useState(false);
  const { improvement } = card;
  if (card.because) return <p className="quiet">{card.because}</p>;
  if (isAsked && !isRead) {
    return (
      <NameField
        label={t("ui-cards-reason")}
        value={card.reason ?? ""}
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
      {card.reason && `${t("ui-cards-reason-said", { reason: card.reason })} `}
      {!isRead && (
        <Button kind="link" onPress={() => setAsked(true)}>
          {t(card.reason ? "ui-cards-reason-change" : "ui-cards-reason-write")}
        </Button>
      )}
    </p>
  );
}
