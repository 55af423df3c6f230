/** Keeps what was found in step with what is looked for and with the flow as it is. */
import { useEffect, useRef } from "react";
import type { Act, App } from "../../app";
import { goTo, nearest } from "./hits";

/** Gives the way to say that the next answer leads on, as after something was replaced. */
export function useHits(app: App, act: Act): () => void {
  const { view, search } = app;
  const text = search?.text ?? "";
  const asked = useRef("");
  const isLed = useRef(false);
  const now = useRef(app);
  now.current = app;
  const past = view?.project.past?.revision ?? "now";
  const about = view && `${view.project.path} ${view.flow}@${view.revision} ${past}`;
  useEffect(() => {
    if (about === undefined) return;
    const isTyped = asked.current !== text;
    asked.current = text;
    let isOutdated = false;
    void act.ask("find", { text }).then((found) => {
      if (!found || isOutdated) return;
      const { search: had, selection } = now.current;
      if (!had) return;
      const at = isTyped
        ? nearest(found.hits, selection)
        : Math.max(0, Math.min(had.at, found.hits.length - 1));
      act.search({ found, at });
      if (isTyped || isLed.current) {
        goTo({ ...now.current, search: { ...had, found, at } }, act, at);
      }
      isLed.current = false;
    });
    return () => {
      isOutdated = true;
    };
  }, [act, text, about]);
  return () => {
    isLed.current = true;
  };
}
