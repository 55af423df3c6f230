/** One card: its number, what is done, who does it, how many voices; a branch says where it leads. */
import { createContext, useContext } from "react";
import { Button } from "react-aria-components";
import type { Act } from "../../app";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { NameField } from "../../widgets/name-field";
import { Counter } from "../../widgets/sign";
import { Words } from "../../widgets/words";
import type { Card } from "./cards";
import { wayWords } from "./way-words";

interface CardRowProps {
  card: Card;
  act: Act;
}

/** What the list knows of all rows. */
export interface Rows {
  /** Of steps. */
  numbers: ReadonlyMap<RecordId, number | undefined>;
  /** The one that is being named. */
  named: RecordId | undefined;
  /** No longer naming. */
  stop(): void;
}

export const RowContext = createContext<Rows>({
  numbers: new Map(),
  named: undefined,
  stop: () => undefined,
});

export function CardRow({ card, act }: CardRowProps) {
  const { numbers, named, stop } = useContext(RowContext);
  const isNaming = named === card.id;
  return (
    <div className="step-card-row" data-card={card.id}>
      <span className="step-card-number">
        {numbers.get(card.id) ?? <BranchMark is={card.is} />}
      </span>
      <div className="step-card-words">
        {isNaming ? <Naming card={card} act={act} stop={stop} /> : <Name card={card} />}
        {!isNaming && (
          <Words className="step-card-lane" text={card.lane || t("ui-cards-no-lane")} />
        )}
        {card.ways.map((way) => (
          <Words key={way.edge} className="step-card-way" text={wayWords(way)} />
        ))}
        {card.isEnd && <Words className="step-card-way" text={t("ui-cards-ends")} />}
      </div>
      <Voices card={card} />
      <Button
        slot="drag"
        className="step-card-drag"
        aria-label={t("ui-cards-move", { name: card.name })}
      >
        ⠿
      </Button>
    </div>
  );
}

function Name({ card }: { card: Card }) {
  return <Words className="step-card-name" text={card.name || t("ui-cards-nameless")} />;
}

function Naming({ card, act, stop }: CardRowProps & Pick<Rows, "stop">) {
  const rename = async (name: string) => {
    await act.send(() => ({ type: "rename", id: card.id, name }));
    stop();
  };
  return (
    <NameField
      label={t("ui-cards-rename")}
      isLabelHidden
      value={card.name}
      autoFocus
      onCommit={rename}
      onCancel={stop}
      onLeave={stop}
    />
  );
}

function BranchMark({ is }: { is: Card["is"] }) {
  return <span aria-hidden="true">{is === "gateway" ? "◇" : "○"}</span>;
}

function Voices({ card }: { card: Card }) {
  const { staff, residents } = card;
  return (
    <span className="step-card-voices">
      {staff > 0 && (
        <Counter voice="staff" n={staff} label={t("ui-cards-voices-staff", { n: staff })} />
      )}
      {residents > 0 && (
        <Counter
          voice="resident"
          n={residents}
          label={t("ui-cards-voices-resident", { n: residents })}
        />
      )}
    </span>
  );
}
