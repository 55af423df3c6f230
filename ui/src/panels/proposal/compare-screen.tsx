/** Two pictures at one scale, and at the right what changes and what is kept. */
import { useState } from "react";
import type { PanelProps } from "../../app";
import type { Comparison, RecordId } from "../../contract";
import { t } from "../../text";
import { Switch } from "../../widgets/choice";
import { Tabs } from "../../widgets/tabs";
import type { Card } from "../told";
import type { Compared } from "./answers";
import { Cards } from "./cards";
import { Clauses } from "./clauses";
import { KeptView, keptIn } from "./kept";
import { cardFor, counterparts, stepsOf } from "./lines";
import { Pictures } from "./pictures";

/** As pictures, or as offices write down what they change. */
const VIEWS = ["pictures", "table"] as const;

/** How many steps of each kind there are, also where there is none. */
function countsOf({ counts }: Comparison): Record<string, number> {
  return { eliminated: 0, reduced: 0, changed: 0, new: 0, same: 0, ...counts };
}

export interface CompareProps extends PanelProps {
  compared: Compared;
}

export function CompareScreen({ app, act, compared }: CompareProps) {
  const [tab, setTab] = useState("cards");
  const [view, setView] = useState<(typeof VIEWS)[number]>("pictures");
  const { proposal, comparison } = compared;
  const [first] = useState(() => cardFor(app.selection, proposal?.cards ?? [], comparison));
  const [chosen, setChosen] = useState(first?.improvement);
  const [lit, setLit] = useState<readonly RecordId[]>(first ? stepsOf(first, comparison) : []);
  const isStale = compared.revision !== app.view?.revision;
  const light = (ids: readonly RecordId[], card: string | undefined) => {
    setLit(ids);
    setChosen(card);
    // Of the two flows one is looked at: only its records may be chosen, and edited, elsewhere.
    act.select(ids.filter((id) => app.view && id in app.view.records));
  };
  const choose = (card: Card) => light(stepsOf(card, comparison), card.improvement);
  const point = (id: RecordId | undefined) => {
    const card = proposal?.cards.find((one) => id && stepsOf(one, comparison).includes(id));
    light(id ? counterparts(id, comparison) : [], card?.improvement);
  };
  const cards = { app, act, compared, chosen, choose };
  return (
    <div className="compare" aria-busy={isStale}>
      <div className="compare-main">
        <div className="compare-bar">
          <Switch
            label={t("ui-clauses-view")}
            value={view}
            options={VIEWS.map((one) => ({ value: one, word: t(`ui-clauses-${one}`) }))}
            onChange={setView}
          />
          <p className="quiet">{t("ui-clauses-counts", countsOf(comparison))}</p>
        </div>
        {view === "pictures" ? (
          <Pictures app={app} act={act} compared={compared} lit={lit} choose={point} />
        ) : (
          <Clauses comparison={comparison} cards={proposal?.cards ?? []} lit={lit} choose={point} />
        )}
      </div>
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
              count: proposal && keptIn(proposal),
              content: <KeptView compared={compared} light={(ids) => light(ids, undefined)} />,
            },
          ]}
        />
      </aside>
    </div>
  );
}
