/** What one turns: play and pause, the moment, the speed, the size. */
import { useEffect, useRef, useSyncExternalStore } from "react";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { momentWord } from "./clock-words";
import { SPEEDS } from "./player";
import type { FilmsProps } from "./screen";

/** One press of an arrow key moves the clock by so many seconds. */
const STEP = 900;

interface ControlsProps extends FilmsProps {
  turn(): void;
  isPresenting: boolean;
  present(is: boolean): void;
}

export function Controls({ app, films, turn, isPresenting, present }: ControlsProps) {
  const { player } = films;
  const { isPlaying } = useSyncExternalStore(player.hear, player.shown);
  const begin = useRef<HTMLDivElement>(null);
  // Whose button is gone, because it led here, goes on with the space bar.
  useEffect(() => {
    const at = document.activeElement;
    if (!at || at === document.body) begin.current?.querySelector("button")?.focus();
  }, []);
  return (
    <div className="replay-controls">
      <div className="replay-buttons" ref={begin}>
        <Button kind="primary" onPress={turn}>
          <span aria-hidden="true">{isPlaying ? "❚❚" : "▶"}</span>
          {t(isPlaying ? "ui-replay-pause" : "ui-replay-play")}
        </Button>
        <Button onPress={() => player.go(0)}>{t("ui-replay-restart")}</Button>
      </div>
      <Moment app={app} films={films} />
      <Speed films={films} />
      <Button aria-pressed={isPresenting} onPress={() => present(!isPresenting)}>
        {t(isPresenting ? "ui-replay-present-end" : "ui-replay-present")}
      </Button>
    </div>
  );
}

function Moment({ app, films }: Pick<ControlsProps, "app" | "films">) {
  const { player, longest, firstDay } = films;
  const { open } = useSyncExternalStore(player.hear, player.shown);
  if (!longest) return null;
  const word = momentWord(firstDay, longest.time, open, app.hello?.language ?? "ja");
  const max = Math.ceil(longest.end / STEP) * STEP;
  // The browser would round what lies between two steps, and tell it as if a hand had done so.
  const value = open < longest.end ? Math.floor(open / STEP) * STEP : max;
  return (
    <label className="replay-moment">
      <span className="only-read">{t("ui-replay-moment")}</span>
      <input
        type="range"
        min={0}
        max={max}
        step={STEP}
        value={value}
        aria-valuetext={word}
        onChange={(event) => player.go(event.target.valueAsNumber)}
      />
    </label>
  );
}

function Speed({ films: { player } }: Pick<ControlsProps, "films">) {
  const { speed } = useSyncExternalStore(player.hear, player.shown);
  const word = t(`ui-replay-speed-${SPEEDS[speed] ?? SPEEDS[0]}`);
  return (
    <div className="replay-speed">
      <label>
        <span>{t("ui-replay-speed")}</span>
        <input
          type="range"
          min={0}
          max={SPEEDS.length - 1}
          step={1}
          value={speed}
          aria-valuetext={word}
          onChange={(event) => player.setSpeed(event.target.valueAsNumber)}
        />
      </label>
      <span aria-hidden="true">{word}</span>
    </div>
  );
}
