/** Walks along the way on which a case gets stuck or doubled: one step lights up after the other. */
import { useEffect, useState } from "react";
import type { Act } from "../../app";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import type { Finding } from "../told";

/** How long one looks at each step, in milliseconds: long enough to read its name. */
const EACH = 900;

interface WalkProps {
  act: Act;
  finding: Finding;
  steps: readonly RecordId[];
}

export function Walk({ act, finding, steps }: WalkProps) {
  const [at, setAt] = useState<number>();
  useEffect(() => {
    const step = at === undefined ? undefined : steps[at];
    if (at === undefined || step === undefined) return;
    act.select([step], { reveal: true });
    const timer = setTimeout(() => setAt(at + 1 < steps.length ? at + 1 : undefined), EACH);
    return () => clearTimeout(timer);
  }, [act, at, steps]);
  if (!("trace" in finding.facts) || steps.length < 2) return null;
  const isWalking = at !== undefined;
  return (
    <Button kind="link" onPress={() => setAt(isWalking ? undefined : 0)}>
      {t(isWalking ? "ui-findings-walk-stop" : "ui-findings-walk")}
    </Button>
  );
}
