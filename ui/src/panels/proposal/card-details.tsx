/** All there is to know about a change before one takes it. */
import "./conditions.css";
import type { ReactNode } from "react";
import type { Act } from "../../app";
import { t } from "../../text";
import type { Card, Proposal } from "../told";
import type { Compared } from "./answers";
import { AssumptionField } from "./assumption-field";

interface CardDetailsProps {
  act: Act;
  compared: Compared;
  card: Card;
  proposal: Proposal;
}

export function CardDetails({ act, compared, card, proposal }: CardDetailsProps) {
  const needs = card.depends_on.flatMap((place) => proposal.cards[place]?.title ?? []);
  return (
    <dl className="details">
      <Row word={t("change-who")}>{card.who}</Row>
      <Row word={t("change-how")}>{card.how}</Row>
      <Row word={t("change-effect")}>{card.effect}</Row>
      <Rows word={t("change-loses")} all={card.loses} />
      <Rows word={t("change-procedure")} all={card.procedure_needed} />
      <Row word={t("change-authority")}>{card.authority}</Row>
      <Row word={t("ui-cards-cost")}>{t(`ui-cost-${card.cost_class}`)}</Row>
      <Rows word={t("ui-cards-needs")} all={needs} />
      {card.assumptions.length > 0 && (
        <Row word={t("ui-cards-assumptions")}>
          <p className="small quiet">{t("ui-cards-assumption-why")}</p>
          <div className="assumptions">
            {card.assumptions.map((one) => (
              <AssumptionField key={one.name} act={act} flow={compared.after} one={one} />
            ))}
          </div>
        </Row>
      )}
    </dl>
  );
}

function Row({ word, children }: { word: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Rows({ word, all }: { word: string; all: string[] }) {
  if (all.length === 0) return null;
  return (
    <Row word={word}>
      {all.map((one) => (
        <p key={one}>{one}</p>
      ))}
    </Row>
  );
}
