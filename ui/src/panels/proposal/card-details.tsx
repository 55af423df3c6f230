/** All there is to know about a change before one takes it. */
import type { ReactNode } from "react";
import { t } from "../../text";
import { number } from "../number";
import type { Card, Proposal } from "../told";

export function CardDetails({ card, proposal }: { card: Card; proposal: Proposal }) {
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
      <Rows
        word={t("ui-cards-assumptions")}
        all={card.assumptions.map((one) => {
          const values = { label: one.label, low: number(one.low), high: number(one.high) };
          return `${t("assumption-line", values)} — ${one.source}`;
        })}
      />
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
