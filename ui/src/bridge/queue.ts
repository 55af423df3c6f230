/** Sends one after another, so that each stands on the view before it. */
export interface Queue {
  /** Runs `task` when all earlier ones are done. */
  run<T>(task: () => Promise<T>): Promise<T>;
}

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (task) => {
      const mine = last.then(task, task);
      last = mine.catch(() => undefined);
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
