/** Decisions are seen at once; what they bring is worked out behind them. */
import { useEffect, useState } from "react";
import type { Act, App } from "../../app";
import type { RecordId } from "../../contract";
import type { Compared } from "./answers";

export function useDecisions(app: App, act: Act, compared: Compared) {
  const [made, setMade] = useState<Readonly<Record<RecordId, boolean>>>({});
  const [waiting, setWaiting] = useState(0);
  const isFresh = compared.revision === app.view?.revision && waiting === 0;
  useEffect(() => {
    if (isFresh) setMade({});
  }, [isFresh]);
  const decide = async (improvement: RecordId, accept: boolean) => {
    setMade((had) => ({ ...had, [improvement]: accept }));
    setWaiting((n) => n + 1);
    await act.ask("decide", { improvement, accept });
    setWaiting((n) => n - 1);
  };
  return {
    accepted: (improvement: RecordId, told: boolean) => made[improvement] ?? told,
    decide: (improvement: RecordId, accept: boolean) => void decide(improvement, accept),
    isFresh,
  };
}
