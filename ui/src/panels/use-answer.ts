/** What Rust answers to a question that is asked where it is shown. */
import { useEffect, useState } from "react";
import type { Act } from "../app";
import type { Answer, Asked, Question } from "../contract";

/** The answer, once it is there. It is asked for anew when `key` is another; what came before stays until then. */
export function useAnswer<Q extends Question>(
  act: Act,
  question: Q,
  asked: Asked<Q>,
  key: string | number | undefined,
): Answer<Q> | undefined {
  const [answer, setAnswer] = useState<Answer<Q>>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when there is something to ask
  useEffect(() => {
    let isWanted = true;
    void act.ask(question, asked).then((told) => {
      if (isWanted && told) setAnswer(() => told);
    });
    return () => {
      isWanted = false;
    };
  }, [act, key]);
  return answer;
}
