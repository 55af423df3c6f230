/** One change: what it does, whom it answers, what it is worth, and whether it is taken. */
import { useEffect, useRef } from "react";
import { Button as Bare } from "react-aria-components";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Tick } from "../../widgets/tick";
import type { Card, Proposal } from "../told";
import { CardDetails } from "./card-details";
import type { ComparedProps } from "./cards";
import { answered, worth } from "./lines";
import { Refusal } from "./refusal";

interface CardProps extends ComparedProps {
  proposal: Proposal;
  card: Card;
  /** What was decided last, where its effect is still being worked out. */
  accepted: boolean;
  decide(improvement: RecordId, accept: boolean): void;
  isOpen: boolean;
  setOpen(isOpen: boolean): void;
}

export function ChangeCard(props: CardProps) {
  const { app, act, isOpen } = props;
  const { improvement } = props.card;
  const card = { ...props.card, accepted: props.accepted };
  const isChosen = props.chosen === improvement;
  const isRead = app.view?.project.read_only === true;
  const voices = answered(card);
  const seen = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) seen.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  return (
    <li
      className="card"
      ref={seen}
      data-chosen={isChosen || undefined}
      data-left={!card.accepted || undefined}
    >
      <Tick
        word={t("ui-cards-accept", { title: card.title })}
        isWordHidden={true}
        value={card.accepted}
        isDisabled={isRead}
        onChange={(accept) => props.decide(improvement, accept)}
      />
      <div className="card-words">
        <h3>
          <Bare
            className="card-title"
            data-title=""
            aria-pressed={isChosen}
            onPress={() => props.choose(card)}
          >
            <span className={`class class-${card.class}`}>{t(`ui-class-${card.class}`)}</span>
            <span>{card.title}</span>
          </Bare>
        </h3>
        <p className={isOpen ? "card-what" : "card-what two-lines"}>{card.what}</p>
        {voices && <p className="quiet">{t(voices.text, voices.values)}</p>}
        <div className="card-line">
          <Worth card={card} />
          <div className="actions">
            <Button kind="link" aria-expanded={isOpen} onPress={() => props.setOpen(!isOpen)}>
              {t(isOpen ? "ui-cards-less" : "ui-cards-more")}
            </Button>
          </div>
        </div>
        {!card.accepted && <Refusal act={act} card={card} isRead={isRead} />}
        {isOpen && <CardDetails {...props} />}
      </div>
    </li>
  );
}

function Worth({ card }: { card: Card }) {
  const { staff, residents } = worth(card);
  const unit = <span className="unit">{t("ui-cards-minutes")}</span>;
  return (
    <p className="worth">
      <span>
        {t("ui-cards-staff")} <b>{staff}</b> {unit}
      </span>
      <span>
        {t("ui-cards-residents")} <b>{residents}</b> {unit}
      </span>
    </p>
  );
}
