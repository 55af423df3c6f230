/** What moves the clock: plays, pauses, goes to a moment. Somebody else tells it how much time went by. */
import { createEars } from "../../ears";
import type { OfficeTime } from "./office-time";

/** How fast it can go: the words of `speedWord`, from slow to fast. */
export const SPEEDS = ["quarter", "hour", "half", "day", "week"] as const;
/** The one with which it begins. */
const USUAL = 1;
/** So often words and figures follow, in milliseconds: nobody reads faster. */
const READ = 100;

/** What is said and shown beside the picture. */
export interface Shown {
  /** Open seconds since the beginning. */
  open: number;
  isPlaying: boolean;
  /** Which of the speeds. */
  speed: number;
}

export interface Player {
  /** The moment, to the frame. */
  open(): number;
  /** Open seconds that go by in a second. */
  pace(): number;
  shown(): Shown;
  /** Tells whenever what is shown is another. */
  hear(ear: () => void): () => void;
  /** Tells with every frame. */
  watch(eye: () => void): () => void;
  /** So many milliseconds went by. */
  tick(ms: number): void;
  play(): void;
  pause(): void;
  go(open: number): void;
  setSpeed(speed: number): void;
}

export function createPlayer(time: OfficeTime, end: number): Player {
  const paces = [900, 3600, time.day / 2, time.day, time.week];
  const ears = createEars();
  const eyes = createEars();
  let shown: Shown = { open: 0, isPlaying: false, speed: USUAL };
  let open = 0;
  let unread = 0;
  const show = (change: Partial<Shown>) => {
    unread = 0;
    shown = { ...shown, ...change, open };
    ears.tell();
    eyes.tell();
  };
  const pace = () => paces[shown.speed] ?? 3600;
  return {
    open: () => open,
    pace,
    shown: () => shown,
    hear: ears.hear,
    watch: eyes.hear,
    tick(ms) {
      if (!shown.isPlaying) return;
      open = Math.min(open + (ms / 1000) * pace(), end);
      unread += ms;
      if (open >= end) show({ isPlaying: false });
      else if (unread >= READ) show({});
      else eyes.tell();
    },
    play() {
      // Who plays what is over wants to see it again.
      if (open >= end) open = 0;
      show({ isPlaying: true });
    },
    pause: () => show({ isPlaying: false }),
    go(to) {
      open = Math.max(0, Math.min(to, end));
      show({});
    },
    setSpeed: (speed) => show({ speed }),
  };
}
