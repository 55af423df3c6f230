/** The pictures with what moves over them, under one clock: in the window, or over the whole of it to be presented. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { PanelProps } from "../../app";
import type { Replay } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Notice } from "../../widgets/notice";
import { flowWord } from "../flow-word";
import { ClockLine } from "./clock-line";
import { momentWord, saidOf } from "./clock-words";
import { Controls } from "./controls";
import { FilmPanes } from "./film-panes";
import { type Films, useFilms } from "./films";
import { usePresenting } from "./presenting";
import { useClockwork, useIsStill } from "./use-clockwork";
import { useSpace } from "./use-space";

export interface FilmsProps extends PanelProps {
  films: Films;
  /** Under which conditions, in words. */
  made: readonly string[];
  isStill: boolean;
}

interface ScreenProps extends PanelProps, Pick<FilmsProps, "made"> {
  replay: Replay;
}

export function ReplayScreen({ app, act, replay, made }: ScreenProps) {
  const films = useFilms(replay);
  const isStill = useIsStill();
  const root = useRef<HTMLDivElement>(null);
  const { isPresenting, present } = usePresenting(root);
  const { player } = films;
  useClockwork(player, isStill);
  const turn = useCallback(() => {
    if (player.shown().isPlaying) player.pause();
    else player.play();
  }, [player]);
  useSpace(root, turn);
  const said = useSaid(app, films);
  const [only] = films.all;
  if (!films.longest) {
    return (
      <div className="replay-none">
        {only?.problem && (
          <Notice kind="hint" title={only.problem.message}>
            <p>{only.problem.hint}</p>
          </Notice>
        )}
        <Button onPress={() => act.show({ middle: "trial" })}>{t("ui-replay-conditions")}</Button>
      </div>
    );
  }
  const shared = { app, act, films, isStill, made };
  return (
    <div className="replay" ref={root} data-present={isPresenting || undefined}>
      <ClockLine {...shared} />
      <FilmPanes {...shared} isPresenting={isPresenting} />
      <Controls {...shared} turn={turn} isPresenting={isPresenting} present={present} />
      <p className="only-read" role="status">
        {said}
      </p>
    </div>
  );
}

/** What stands where, said once when it is stopped: nobody can follow what changes with every frame. */
function useSaid(app: PanelProps["app"], films: Films): string {
  const { player, firstDay, all, longest } = films;
  const { isPlaying } = useSyncExternalStore(player.hear, player.shown);
  const wasPlaying = useRef(false);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (isPlaying) setSaid(t("ui-replay-plays"));
    else if (wasPlaying.current && longest) {
      const language = app.hello?.language ?? "ja";
      const flows = app.view?.flows ?? [];
      const open = player.open();
      const told = all.flatMap(({ flow, played }) => {
        const card = flows.find((one) => one.id === flow);
        if (!played) return [];
        played.standing.go(open);
        return saidOf(card ? flowWord(card, flows) : "", played.reel, played.standing);
      });
      setSaid([momentWord(firstDay, longest.time, open, language), ...told].join(" "));
    }
    wasPlaying.current = isPlaying;
  }, [isPlaying, player, firstDay, all, longest, app.hello?.language, app.view?.flows]);
  return said;
}
