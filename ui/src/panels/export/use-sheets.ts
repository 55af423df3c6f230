/** How many sheets of paper an export would take, told before it is made. */
import { useEffect, useState } from "react";
import type { Act } from "../../app";
import type { RecordId } from "../../contract";
import type { Page, What } from "./choices";

interface Wish {
  what: What;
  flow: RecordId;
  page: Page;
}

/** The sentence for what is wished; empty while nothing is, or it is not known yet. */
export function useSheets(act: Act, wish: Wish | undefined): string {
  const [told, setTold] = useState({ key: "", sentence: "" });
  const key = wish ? `${wish.what} ${wish.flow} ${wish.page}` : "";
  const { what, flow, page } = wish ?? {};
  useEffect(() => {
    if (!what || !flow || !page) return;
    let isOutdated = false;
    void act.ask("sheets", { what, flow, page }).then((answer) => {
      if (answer && !isOutdated)
        setTold({ key: `${what} ${flow} ${page}`, sentence: answer.sentence });
    });
    return () => {
      isOutdated = true;
    };
  }, [act, what, flow, page]);
  return told.key === key ? told.sentence : "";
}
