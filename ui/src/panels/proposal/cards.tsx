/** The changes of a proposal: what they bring together, then one card each to take or leave. */
import { useState } from "react";
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Empty } from "../../widgets/notice";
import type { Card } from "../told";
import { walkTitles } from "../walk-titles";
import type { Compared } from "./answers";
import { ChangeCard } from "./card";
import { composed } from "./compose";
import { Head } from "./head";
import { lawful } from "./lines";
import { Packages } from "./packages";
import { useDecisions } from "./use-decisions";

export interface ComparedProps extends PanelProps {
  compared: Compared;
  /** The change whose steps are lit. */
  chosen: string | undefined;
  choose(card: Card): void;
}

export function Cards(props: ComparedProps) {
  const { app, act, compared } = props;
  const { proposal } = compared;
  const [open, setOpen] = useState<string>();
  const decisions = useDecisions(app, act, compared);
  if (!proposal) return <p className="middle-state">{t("ui-kept-none")}</p>;
  if (proposal.cards.length === 0) {
    return (
      <>
        {proposal.stale && <Stale app={app} act={act} compared={compared} />}
        <Empty title={t("ui-propose-nothing")}>
          <p>{t("ui-propose-nothing-do")}</p>
        </Empty>
        <Packages app={app} act={act} compared={compared} />
      </>
    );
  }
  return (
    <>
      <Head app={app} proposal={proposal} isFresh={decisions.isFresh} />
      {proposal.stale && <Stale app={app} act={act} compared={compared} />}
      {proposal.edited && <p className="edited">{t("ui-cards-edited")}</p>}
      <ul className="changes" aria-label={t("ui-cards-list")} onKeyDown={walkTitles}>
        {proposal.cards.map((card) => (
          <ChangeCard
            key={card.improvement}
            {...props}
            proposal={proposal}
            card={card}
            accepted={decisions.accepted(card.improvement, card.accepted)}
            decide={decisions.decide}
            isOpen={open === card.improvement}
            setOpen={(isOpen) => setOpen(isOpen ? card.improvement : undefined)}
          />
        ))}
      </ul>
      <p className="kept-summary">
        ✓ {t("ui-kept-summary", { n: proposal.kept.length, name: lawful(proposal.kept) })}
      </p>
      <Packages app={app} act={act} compared={compared} />
    </>
  );
}

/** The proposal speaks of an as-is that is no more: another can be made from what is there now. */
function Stale({ app, act, compared }: PanelProps & { compared: Compared }) {
  const range = compared.proposal?.package ?? "free";
  return (
    <div className="edited" role="status">
      <p>{t("ui-cards-stale")}</p>
      <Button
        isDisabled={app.view?.project.read_only === true}
        onPress={() => void composed(app, act, range)}
      >
        {t("ui-cards-make-again")}
      </Button>
    </div>
  );
}
