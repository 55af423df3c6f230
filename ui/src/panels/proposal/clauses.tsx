/** What differs as offices write it: what applies now beside what will, with reason and effect (新旧対照表). */
import { Button } from "react-aria-components";
import type { Comparison, RecordId } from "../../contract";
import type { Clause } from "../../generated/Clause";
import type { Side } from "../../generated/Side";
import { t } from "../../text";
import { Empty } from "../../widgets/notice";
import type { Card } from "../told";
import "./clauses.css";
import { stepsOf } from "./lines";

interface ClausesProps {
  comparison: Comparison;
  cards: readonly Card[];
  lit: readonly RecordId[];
  choose(id: RecordId | undefined): void;
}

export function Clauses({ comparison, cards, lit, choose }: ClausesProps) {
  const { clauses } = comparison;
  if (clauses.length === 0) return <Empty title={t("ui-clauses-none")} />;
  return (
    <div className="clauses">
      <h2 className="only-read">{t("ui-clauses-table")}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("ui-clauses-before")}</th>
            <th scope="col">{t("ui-clauses-after")}</th>
            <th scope="col">{t("ui-clauses-why")}</th>
            <th scope="col">{t("ui-clauses-reason")}</th>
          </tr>
        </thead>
        <tbody>
          {clauses.map((clause) => {
            const ids = [clause.before?.id, clause.after?.id].flatMap((id) => id ?? []);
            return (
              <tr
                key={ids.join()}
                data-kind={clause.kind}
                data-lit={ids.some((id) => lit.includes(id)) || undefined}
              >
                <td>
                  <Step side={clause.before} without="ui-clauses-nothing" choose={choose} />
                </td>
                <td>
                  <Step side={clause.after} without="ui-clauses-gone" choose={choose} />
                </td>
                <td>
                  <span className={`difference difference-${clause.kind}`}>
                    {t(`difference-${clause.kind}`)}
                  </span>
                  {clause.why.length > 0 && <p className="small quiet">{clause.why.join("、")}</p>}
                </td>
                <td>
                  <Reasons clause={clause} cards={cards} comparison={comparison} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface StepProps {
  side: Side | undefined;
  /** What stands there where the flow has no such step. */
  without: string;
  choose(id: RecordId | undefined): void;
}

function Step({ side, without, choose }: StepProps) {
  if (!side) return <span className="quiet">{t(without)}</span>;
  return (
    <>
      <Button className="clause-step" onPress={() => choose(side.id)}>
        {side.name}
      </Button>
      <p className="small quiet">{[side.lane, side.how].filter((it) => it !== "").join(" ・ ")}</p>
    </>
  );
}

interface ReasonsProps {
  clause: Clause;
  cards: readonly Card[];
  comparison: Comparison;
}

/** The changes that it comes from. */
function Reasons({ clause, cards, comparison }: ReasonsProps) {
  const ids = [clause.before?.id, clause.after?.id];
  const meant = cards.filter(
    (card) => card.accepted && stepsOf(card, comparison).some((id) => ids.includes(id)),
  );
  if (meant.length === 0) return <span className="quiet">{t("ui-clauses-by-hand")}</span>;
  return meant.map((card) => (
    <div key={card.improvement} className="clause-reason">
      {card.title}
      <p className="small quiet">{card.effect}</p>
    </div>
  ));
}
