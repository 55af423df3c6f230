/** Where something stands, sought once the hand rests; an answer about anything else is not shown. */
import { useEffect, useState } from "react";
import type { Act } from "../../app";
import type { Traces } from "../../contract";
import type { Target } from "./erasing";

/** How long the text must have been still, in milliseconds. */
const REST = 300;

/** Nothing while it is being sought. Another `round` seeks anew. */
export function useTraces(act: Act, target: Target | undefined, round: number) {
  const [found, setFound] = useState<{ about: string; traces: Traces }>();
  const { text, person } = target ?? {};
  const about = target ? [round, text, person].join(" ") : undefined;
  useEffect(() => {
    if (about === undefined) return;
    let isWanted = true;
    const sought = { ...(text === undefined ? {} : { text }), ...(person ? { person } : {}) };
    const timer = setTimeout(() => {
      void act.ask("traces", sought).then((traces) => {
        if (isWanted && traces) setFound({ about, traces });
      });
    }, REST);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [act, about, text, person]);
  return found?.about === about ? found?.traces : undefined;
}
