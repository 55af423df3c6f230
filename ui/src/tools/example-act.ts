/** For tests of panels: an `Act` that notes what is asked, and answers by what it is given. */
import type { Act } from "../app";

export interface Noted {
  act: Act;
  /** What was asked for, in order: the name, then what went with it. */
  asked: unknown[][];
}

/** Answers to `ask`, by the name of the question; anything else resolves to nothing. */
export function noting(answers: Readonly<Record<string, unknown>> = {}): Noted {
  const asked: unknown[][] = [];
  const act = new Proxy({} as Act, {
    get: (_, name) => {
      // The same function each time, as the real one: effects follow it.
      known[String(name)] ??= (...given: unknown[]) => {
        asked.push([name, ...given]);
        return Promise.resolve(name === "ask" ? answers[String(given[0])] : undefined);
      };
      return known[String(name)];
    },
  });
  const known: Record<string, (...given: unknown[]) => Promise<unknown>> = {};
  return { act, asked };
}
