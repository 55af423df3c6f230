/** One or two pictures at one scale, moved together, each with its figures above. */
import { type RefObject, useRef, useSyncExternalStore } from "react";
import type { App, Camera } from "../../app";
import { t } from "../../text";
import { Notice } from "../../widgets/notice";
import { flowWord } from "../flow-word";
import { Pane } from "../proposal/pane";
import { useLinked } from "../proposal/use-linked";
import { countsOf, queueWords } from "./clock-words";
import type { Film } from "./films";
import { FlowLayer } from "./flow-layer";
import type { Player } from "./player";
import type { FilmsProps } from "./screen";
import { type Moves, useWhole } from "./use-whole";

export function FilmPanes({ app, act, films, isStill, made, isPresenting }: PanesProps) {
  const [first, second = first] = films.all;
  const place = useRef<HTMLDivElement>(null);
  if (!first || !second) return null;
  return <Linked {...{ app, act, films, isStill, made, isPresenting, place, first, second }} />;
}

interface PanesProps extends FilmsProps {
  isPresenting: boolean;
}

interface LinkedProps extends PanesProps {
  place: RefObject<HTMLDivElement | null>;
  first: Film;
  second: Film;
}

function Linked({ app, act, films, isStill, isPresenting, place, first, second }: LinkedProps) {
  const paintings = { above: first.painting, below: second.painting };
  const { linked, ...moves } = useLinked(app, act, place, paintings, NOTHING);
  const { pan, zoom, press } = useWhole(app, act, place, isPresenting, moves);
  const cameras = linked && [linked.above, linked.below];
  return (
    <div className="replay-panes">
      {films.all.map((film, n) => (
        <section key={film.flow} aria-label={nameOf(app, film)}>
          <FilmHead name={nameOf(app, film)} film={film} player={films.player} />
          <div className="picture-place" {...(n === 0 ? { ref: place } : {})}>
            {cameras?.[n] && (
              <FilmPane
                {...{ film, isStill, pan, zoom, press }}
                label={nameOf(app, film)}
                camera={cameras[n]}
                player={films.player}
              />
            )}
          </div>
        </section>
      ))}
    </div>
  );
}

interface FilmPaneProps extends Moves {
  film: Film;
  label: string;
  camera: Camera;
  player: Player;
  isStill: boolean;
}

const NOTHING: readonly string[] = [];
const leave = () => undefined;

function FilmPane({ film, label, camera, player, isStill, ...moves }: FilmPaneProps) {
  const { painting, played, problem } = film;
  return (
    <>
      <Pane
        {...moves}
        label={label}
        painting={painting}
        camera={camera}
        lit={NOTHING}
        choose={leave}
        over={
          played && (
            <FlowLayer
              {...played}
              painting={painting}
              player={player}
              scale={camera.scale}
              isStill={isStill}
            />
          )
        }
      />
      {problem && (
        <div className="replay-problem">
          <Notice kind="hint" title={problem.message}>
            <p>{problem.hint}</p>
          </Notice>
        </div>
      )}
    </>
  );
}

function FilmHead({ name, film, player }: { name: string; film: Film; player: Player }) {
  const { open } = useSyncExternalStore(player.hear, player.shown);
  const { played } = film;
  played?.standing.go(open);
  const counts = played && countsOf(played.standing);
  return (
    <div className="replay-head">
      <h2>{name}</h2>
      {counts && (
        <dl className="replay-figures">
          <Figure word="ui-replay-came" n={counts.came} />
          <Figure word="ui-replay-in-hand" n={counts.inHand} />
          <Figure word="ui-replay-ended" n={counts.ended} />
        </dl>
      )}
      <p className="replay-queues">{played && queueWords(played.reel, played.standing, 1)}</p>
    </div>
  );
}

function Figure({ word, n }: { word: string; n: number }) {
  return (
    <div>
      <dt>{t(word)}</dt>
      <dd>
        <b>{n.toLocaleString("en")}</b>
        <span className="unit">{t("ui-replay-cases")}</span>
      </dd>
    </div>
  );
}

function nameOf(app: App, { flow }: Film): string {
  const flows = app.view?.flows ?? [];
  const card = flows.find((one) => one.id === flow);
  return card ? flowWord(card, flows) : "";
}
