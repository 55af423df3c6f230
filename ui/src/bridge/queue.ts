/** Sends one after another, so that each stands on the view before it. */
export interface Queue {
  /** Runs `task` when all earlier ones are done. */
  run<T>(task: () => Promise<T>): Promise<T>;
}

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  let n = 0;
  return {
    run: (task) => {
      // Whatever else the window does for the same key comes after the question is on its way.
      n += 1;
      const mine = n === 1 ? task() : last.then(task);
      last = mine.catch(() => undefined).finally(() => (n -= 1));
      return mine;
    },
  };
}

/** Runs `task` with the newest wish only: while one is under way the next waits, and a later one takes its place. */
export function createLatest<T>(task: (wish: T) => Promise<unknown>): (wish: T) => Promise<void> {
  let waiting: { wish: T } | undefined;
  let running: Promise<void> | undefined;
  const run = async () => {
    while (waiting) {
      const { wish } = waiting;
      waiting = undefined;
      await task(wish);
    }
    running = undefined;
  };
  return (wish) => {
    waiting = { wish };
    running ??= run();
    return running;
  };
}
