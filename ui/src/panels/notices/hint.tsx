/** A quiet line with the next thing to do; it goes when that is done or when it is put away. */
import { useEffect, useState } from "react";
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { useCompared } from "../proposal/answers";
import { doneIn, nextHint } from "./next";

const KEPT = "kaizu-hints";

export function Hint({ app, act }: PanelProps) {
  const [done, setDone] = useState<ReadonlySet<string>>(remembered);
  const just = doneIn(app);
  const add = (hint: string) => setDone((had) => remember(new Set([...had, hint])));
  useEffect(() => {
    if (just) setDone((had) => (had.has(just) ? had : remember(new Set([...had, just]))));
  }, [just]);
  const hint = nextHint(app, done);
  const proposal = useCompared(app, act, app.middle === "compare")?.proposal;
  if (!hint) return null;
  // Nothing to decide: the comparison says itself why.
  if (hint === "ui-hint-cards" && (!proposal || proposal.edited || proposal.total === 0))
    return null;
  return (
    <div className="hint" role="status">
      <span className="hint-sign" aria-hidden="true">
        i
      </span>
      <span>{t(hint)}</span>
      <Button kind="quiet" aria-label={t("ui-hint-close")} onPress={() => add(hint)}>
        {t("ui-notice-close")}
      </Button>
    </div>
  );
}

/** Hints that were put away on this computer; none where nothing can be kept. */
function remembered(): ReadonlySet<string> {
  try {
    return new Set(localStorage.getItem(KEPT)?.split(" ") ?? []);
  } catch {
    return new Set();
  }
}

function remember(done: ReadonlySet<string>): ReadonlySet<string> {
  try {
    localStorage.setItem(KEPT, [...done].join(" "));
  } catch {
    // Then they are said again the next time.
  }
  return done;
}
