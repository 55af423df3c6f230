/** One after another, and of many wishes only the last. */
import { expect, test } from "vitest";
import { createLatest, createQueue } from "./queue";

/** A task that is done when it is told to be. */
function byHand() {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const task = (wish: number) => {
    begun.push(wish);
    return new Promise<void>((done) => ends.push(done));
  };
  return { begun, task, end: () => ends.shift()?.() };
}

test("of many wishes the first is begun, the last follows, and nothing between", async () => {
  const { begun, task, end } = byHand();
  const wish = createLatest(task);
  const all = [1, 2, 3, 4].map(wish);
  expect(begun).toEqual([1]);
  end();
  await Promise.resolve();
  await Promise.resolve();
  expect(begun).toEqual([1, 4]);
  end();
  await Promise.all(all);
  expect(begun).toEqual([1, 4]);
});

test("when all is quiet the next wish begins at once", async () => {
  const { begun, task, end } = byHand();
  const wish = createLatest(task);
  const first = wish(1);
  end();
  await first;
  const second = wish(2);
  expect(begun).toEqual([1, 2]);
  end();
  await second;
});

test("the first task begins at once, the next when it is done, also where it failed", async () => {
  const begun: string[] = [];
  const { run } = createQueue();
  const failed = run(async () => {
    begun.push("first");
    await Promise.resolve();
    throw new Error("refused");
  });
  const second = run(async () => void begun.push("second"));
  expect(begun).toEqual(["first"]);
  await expect(failed).rejects.toThrow("refused");
  await second;
  expect(begun).toEqual(["first", "second"]);
  await Promise.resolve();
  const third = run(async () => void begun.push("third"));
  expect(begun.at(-1)).toBe("third");
  await third;
});
