/** Two pictures at one scale, and at the right what changes and what is kept. */
import { useState } from "react";
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Tabs } from "../../widgets/tabs";
import type { Card } from "../told";
import type { Compared } from "./answers";
import { Cards } from "./cards";
import { KeptView } from "./kept";
import { lit } from "./lines";
import { Pictures } from "./pictures";

export interface CompareProps extends PanelProps {
  compared: Compared;
}

export function CompareScreen({ app, act, compared }: CompareProps) {
  const [tab, setTab] = useState("cards");
  const [chosen, setChosen] = useState<string>();
  const { proposal, comparison } = compared;
  const isStale = compared.revision !== app.view?.revision;
  const choose = (card: Card) => {
    setChosen(card.improvement);
    act.select(lit(card, comparison));
  };
  const cards = { app, act, compared, chosen, choose };
  return (
    <div className="compare" aria-busy={isStale}>
      <Pictures app={app} act={act} compared={compared} />
      <aside className="compare-side">
        <Tabs
          label={t("ui-compare-side")}
          selected={tab}
          onSelect={setTab}
          items={[
            {
              id: "cards",
              word: t("ui-cards-tab"),
              count: proposal?.cards.length,
              content: <Cards {...cards} />,
            },
            {
              id: "kept",
              word: t("ui-kept-tab"),
              count: proposal && proposal.kept.length + proposal.invariants.length,
              content: <KeptView app={app} act={act} compared={compared} />,
            },
          ]}
        />
      </aside>
    </div>
  );
}
