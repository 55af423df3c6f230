/** What would come of a list, asked one at a time: while an answer is on its way only the last wish waits. */
import { useEffect, useRef, useState } from "react";
import type { Act } from "../../app";
import type { ListPreview, PastedList } from "../../contract";

export interface Previewed {
  /** The last answer; nothing before there is one. */
  preview?: ListPreview;
  /** Whether it answers what is asked now. */
  isFresh: boolean;
}

export function usePreview(act: Act, list: PastedList): Previewed {
  const [answered, setAnswered] = useState<{ of: PastedList; preview: ListPreview }>();
  const wanted = useRef(list);
  const isAsking = useRef(false);
  useEffect(() => {
    wanted.current = list;
    if (isAsking.current) return;
    isAsking.current = true;
    void follow();

    async function follow() {
      let of: PastedList | undefined;
      while (of !== wanted.current) {
        of = wanted.current;
        const preview = await act.ask("preview_list", { list: of });
        if (preview) setAnswered({ of, preview });
      }
      isAsking.current = false;
    }
  }, [act, list]);
  if (!answered) return { isFresh: false };
  return { preview: answered.preview, isFresh: answered.of === list };
}
