/** The history around the moment shown, asked for anew when it can have changed. */
import { useEffect, useRef, useState } from "react";
import type { Act, App } from "../../app";
import type { Chronicle } from "../../contract";
import { aroundOf, MOST } from "./moments";

export function useChronicle({ view, hello, dialog }: App, act: Act) {
  const [chronicle, setChronicle] = useState<Chronicle>();
  const asked = useRef("");
  const past = view?.project.past?.revision;
  const around = aroundOf(past);
  // While one looks back nothing is added; what a dialog did, such as erasing, is seen when it closes.
  const moment = around === undefined ? `now ${view?.revision}` : `past ${around}`;
  const about = [view?.project.path, hello?.language, dialog, moment].join(" ");
  useEffect(() => {
    if (asked.current === about) return;
    asked.current = about;
    const where = around === undefined ? {} : { around };
    void act.ask("history", { ...where, most: MOST }).then((answer) => {
      if (asked.current !== about) return;
      if (answer) setChronicle(answer);
      // What could not be answered is asked again the next time.
      else asked.current = "";
    });
  }, [act, about, around]);
  return { chronicle, learn: setChronicle };
}
