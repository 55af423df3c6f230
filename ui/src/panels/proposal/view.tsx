/** The way to a proposal, and then the two pictures with the changes beside them. */
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { useCompared } from "./answers";
import { CompareScreen } from "./compare-screen";
import { pairOf } from "./pair";
import { Propose } from "./propose";

export function ProposalView({ app, act }: PanelProps) {
  const compared = useCompared(app, act, true);
  const { view, job } = app;
  if (!view) return null;
  if (job?.id === "propose" || !pairOf(view)) return <Propose app={app} act={act} />;
  if (!compared) {
    return (
      <p className="middle-state" role="status">
        {t("ui-compare-loading")}
      </p>
    );
  }
  return <CompareScreen app={app} act={act} compared={compared} />;
}
