/** The two ways to know more, how far the work is, and the way to stop it. */
import { useEffect, useRef, useState } from "react";
import type { PanelProps } from "../../app";
import type { Levers, TrialQuestion } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Progress } from "../../widgets/notice";
import { WORKS, type Work, worked } from "./work";

interface RunProps extends PanelProps {
  question: TrialQuestion;
  levers: Levers;
  /** Whether there is anything to try. */
  canRun: boolean;
  /** Called when there is another answer. */
  onDone(work: Work): void;
}

export function Run({ app, act, question, levers, canRun, onDone }: RunProps) {
  const { job } = app;
  const isMine = job !== undefined && job.id in WORKS;
  const [isStopped, setStopped] = useState(false);
  const first = useRef<HTMLDivElement>(null);
  useFocusAfter(isMine, first);
  const run = async (work: Work) => {
    setStopped(false);
    if (await worked({ app, act }, work, question, levers)) onDone(work);
  };
  if (isMine) {
    return (
      <div className="trial-run" ref={first}>
        <Progress
          label={t(job.label)}
          {...(job.found > 0 ? { found: t("ui-trial-found", { n: job.found }) } : {})}
          cancel={{
            word: t("ui-working-stop"),
            onPress: () => {
              setStopped(true);
              act.cancel();
            },
          }}
        />
      </div>
    );
  }
  return (
    <div className="trial-run" ref={first}>
      <div className="trial-run-buttons">
        <Button
          kind="primary"
          isDisabled={!canRun || job !== undefined}
          onPress={() => void run("try_out")}
        >
          {t("ui-trial-run")}
        </Button>
        <Button isDisabled={!canRun || job !== undefined} onPress={() => void run("what_matters")}>
          {t("ui-trial-matters")}
        </Button>
        <Button isDisabled={!canRun} onPress={() => act.show({ middle: "replay" })}>
          {t("ui-replay-option")}
        </Button>
      </div>
      <p className="small quiet" role="status">
        {t(isStopped ? "ui-trial-stopped" : "ui-trial-run-why")}
      </p>
    </div>
  );
}

/** Whoever pressed a button that is gone goes on with the one in its place; whoever is elsewhere stays there. */
function useFocusAfter(isWorking: boolean, place: React.RefObject<HTMLDivElement | null>) {
  const was = useRef(isWorking);
  useEffect(() => {
    if (was.current === isWorking) return;
    was.current = isWorking;
    const here = document.activeElement;
    if (here && here !== document.body) return;
    place.current?.querySelector("button")?.focus();
  }, [isWorking, place]);
}
