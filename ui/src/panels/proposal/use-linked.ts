/** The common camera of both pictures: follows the hand, the keys and the wishes of the window. */
import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import type { Act, Aim, App } from "../../app";
import { type Extent, wheelFactor } from "../../canvas/camera";
import type { Painting, Point, RecordId } from "../../contract";
import { type Linked, magnified, moved, opened, pressed, revealed, whole } from "./linked";

/** One press of an arrow key, in pixels of the screen. */
const STEP = 80;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: STEP, y: 0 },
  ArrowRight: { x: -STEP, y: 0 },
  ArrowUp: { x: 0, y: STEP },
  ArrowDown: { x: 0, y: -STEP },
};

interface Paintings {
  above: Painting;
  below: Painting;
}

export function useLinked(
  app: App,
  act: Act,
  place: RefObject<HTMLDivElement | null>,
  { above, below }: Paintings,
  changed: readonly RecordId[],
) {
  const [linked, setLinked] = useState<Linked>();
  const now = useRef({ paintings: { above, below }, screen: { w: 0, h: 0 }, changed });
  now.current.changed = changed;
  now.current.paintings = { above, below };
  useScreen(place, (screen) => {
    now.current.screen = screen;
    setLinked((had) => had ?? opened(now.current.paintings, screen, now.current.changed));
  });
  const change = useCallback((by: (linked: Linked) => Linked) => {
    setLinked((had) => had && by(had));
  }, []);
  const pan = useCallback(
    (by: Point) =>
      change((it) => moved(it, by, framesOf(now.current.paintings), now.current.screen)),
    [change],
  );
  const zoom = useCallback(
    (delta: number, pivot: Point) => {
      const { paintings, screen } = now.current;
      change((it) => magnified(it, wheelFactor(delta), pivot, framesOf(paintings), screen));
    },
    [change],
  );
  const reveal = useCallback(
    (ids: readonly RecordId[]) => {
      const { paintings, screen } = now.current;
      if (ids.length > 0) change((it) => revealed(it, ids, paintings, screen));
    },
    [change],
  );
  const press = useCallback(
    (event: KeyboardEvent) => {
      const by = ARROWS[event.key];
      if (!by || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      pan(by);
    },
    [pan],
  );
  useAim(app, (at) => {
    const { paintings, screen } = now.current;
    const frames = framesOf(paintings);
    if (at === "whole") change(() => whole(frames, screen));
    else if (at === "in" || at === "out" || at === "actual") {
      change((it) => pressed(it, at, frames, screen));
    }
  });
  useTold(linked, act);
  return { linked, pan, zoom, press, reveal };
}

function framesOf({ above, below }: Paintings) {
  return { above: above.frame, below: below.frame };
}

/** The size of one pane, now and whenever it changes. */
function useScreen(place: RefObject<HTMLDivElement | null>, hear: (screen: Extent) => void) {
  const ear = useRef(hear);
  ear.current = hear;
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const tell = () => ear.current({ w: element.clientWidth, h: element.clientHeight });
    const watch = new ResizeObserver(tell);
    watch.observe(element);
    tell();
    return () => watch.disconnect();
  }, [place]);
}

/** Wishes about where to look, each followed once; those from before it opened are not. */
function useAim(app: App, follow: (at: Aim["at"]) => void) {
  const { aim } = app;
  const last = useRef(aim.count);
  useEffect(() => {
    if (aim.count === last.current) return;
    last.current = aim.count;
    follow(aim.at);
  });
}

/** The scale is told where the window shows it; what it was before is left as it was. */
function useTold(linked: Linked | undefined, act: Act) {
  const scale = linked?.above.scale;
  const at = useRef(linked?.above.at);
  at.current = linked?.above.at;
  useEffect(() => {
    if (scale !== undefined) act.setCamera({ at: at.current ?? { x: 0, y: 0 }, scale });
  }, [scale, act]);
}
