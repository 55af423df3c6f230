/** The clock of a replay, without any time going by. */
import { expect, test, vi } from "vitest";
import { officeTime } from "./office-time";
import { createPlayer, SPEEDS } from "./player";

const H = 3600;
const TIME = officeTime([0, 1, 2, 3, 4].map((day) => [(day * 24 + 9) * H, (day * 24 + 17) * H]));

test("while it plays, time goes by as fast as was asked for", () => {
  const player = createPlayer(TIME, 40 * H);
  player.tick(1000);
  expect(player.open()).toBe(0);
  player.play();
  player.tick(1000);
  expect(player.open()).toBe(H);
  player.setSpeed(SPEEDS.indexOf("day"));
  player.tick(500);
  expect(player.open()).toBe(5 * H);
  player.pause();
  player.tick(1000);
  expect(player.open()).toBe(5 * H);
});

test("it stops at the end, and plays again from the beginning", () => {
  const player = createPlayer(TIME, 2 * H);
  player.play();
  player.tick(60_000);
  expect(player.shown()).toMatchObject({ open: 2 * H, isPlaying: false });
  player.play();
  expect(player.shown()).toMatchObject({ open: 0, isPlaying: true });
});

test("one goes no further than there is something to see", () => {
  const player = createPlayer(TIME, 2 * H);
  player.go(9 * H);
  expect(player.open()).toBe(2 * H);
  player.go(-1);
  expect(player.open()).toBe(0);
});

test("every frame is painted, and words follow as fast as one reads", () => {
  const player = createPlayer(TIME, 40 * H);
  player.play();
  const [read, painted] = [vi.fn(), vi.fn()];
  player.hear(read);
  player.watch(painted);
  for (let frame = 0; frame < 60; frame += 1) player.tick(16);
  expect(painted).toHaveBeenCalledTimes(60);
  expect(read.mock.calls.length).toBeLessThanOrEqual(10);
});
