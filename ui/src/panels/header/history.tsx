/** Undo and redo: what they would take back or bring back stands beside the word. */
import { Tooltip, TooltipTrigger } from "react-aria-components";
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";

export function History({ app, act }: PanelProps) {
  const { view } = app;
  // What is only read has nothing to take back.
  const [undo, redo] = view?.project.read_only ? [] : [view?.undo_label, view?.redo_label];
  return (
    <div className="history">
      <Step way="undo" what={undo} go={act.undo} />
      <Step way="redo" what={redo} go={act.redo} />
    </div>
  );
}

interface StepProps {
  way: "undo" | "redo";
  what: string | undefined;
  go(): void;
}

function Step({ way, what, go }: StepProps) {
  const told = what ? t(`ui-header-${way}-what`, { what }) : t(`ui-header-${way}-none`);
  return (
    <TooltipTrigger delay={400}>
      <Button kind="quiet" isDisabled={!what} onPress={go} aria-label={told}>
        <span aria-hidden="true">{way === "undo" ? "↶" : "↷"}</span>
        {t(`ui-header-${way}`)}
        {what && <span className="history-what">{what}</span>}
      </Button>
      <Tooltip className="tip">{told}</Tooltip>
    </TooltipTrigger>
  );
}
