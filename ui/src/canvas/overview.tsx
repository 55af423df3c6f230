/** The map in the corner of a large picture: the whole of it, small, with a frame around what is seen. */
import {
  type KeyboardEvent,
  memo,
  type PointerEvent,
  type RefObject,
  startTransition,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Camera } from "../app";
import type { Painting, Point, Rect } from "../contract";
import { t } from "../text";
import { Button } from "../widgets/button";
import { type Extent, seenFrom } from "./camera";
import { watchCorner } from "./corner";
import { centred, fromMap, isOfUse, LOW_SCREEN, mapExtent, outlines, passed, strode } from "./map";
import { turnMap, useMapChoice } from "./map-choice";
import type { Stage } from "./stage";

/** How long the hand must rest before the map follows, in milliseconds: it is in no edit's way. */
const REST = 400;

export interface OverviewProps {
  painting: Painting;
  stage: RefObject<Stage | undefined>;
  /** Called with every movement of the paper, for as long as the map is there. */
  follow: RefObject<(() => void) | undefined>;
  /** Where the canvas came to rest: the screen may have another size since. */
  camera: Camera;
}

/** Other parts of the canvas stay clear of where the map is. */
const corner = (map: HTMLDivElement | null) => (map ? watchCorner(map) : undefined);

export const Overview = memo(function Overview(props: OverviewProps) {
  const { stage, follow } = props;
  const isWanted = useMapChoice();
  const painting = useRested(props.painting);
  // Where the screen is low, as above the table, the map would cover most of it: there it is asked for each time.
  const [isAsked, setAsked] = useState(false);
  const { current } = stage;
  if (!current || !isOfUse(painting.frame, props.camera, current.extent)) return null;
  const isLow = current.extent.h < LOW_SCREEN;
  const isShown = isLow ? isAsked : isWanted;
  return (
    <div className="overview" ref={corner}>
      <Button
        kind="quiet"
        aria-expanded={isShown}
        onPress={isLow ? () => setAsked(!isAsked) : turnMap}
      >
        {t(isShown ? "ui-map-close" : "ui-map-open")}
      </Button>
      {isShown && <OverviewMap painting={painting} stage={stage} follow={follow} />}
    </div>
  );
});

/** The picture as it was when the hand last rested. Another flow is there at once. */
function useRested(painting: Painting): Painting {
  const [rested, setRested] = useState(painting);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setRested(painting)), REST);
    return () => clearTimeout(timer);
  }, [painting]);
  return rested.title === painting.title ? rested : painting;
}

function OverviewMap({ painting, stage, follow }: Omit<OverviewProps, "camera">) {
  const { frame } = painting;
  const seen = useRef<SVGRectElement>(null);
  const [at, setAt] = useState({ across: 0, down: 0 });
  const { nodes, lanes } = useMemo(() => outlines(painting), [painting]);
  const map = mapExtent(frame);
  useLayoutEffect(() => {
    const show = () => stage.current && place(seen.current, seenNow(stage.current));
    show();
    follow.current = show;
    return () => {
      follow.current = undefined;
    };
  }, [stage, follow]);
  const look = (next: (camera: Camera, extent: Extent) => Camera | undefined) => {
    const { current } = stage;
    const camera = current && next(current.camera, current.extent);
    if (!current || !camera) return false;
    current.look(camera);
    setAt(passed(seenNow(current), frame));
    return true;
  };
  return (
    <div
      className="overview-map"
      role="slider"
      aria-label={t("ui-map")}
      aria-valuenow={at.across}
      aria-valuetext={t("ui-map-at", at)}
      tabIndex={0}
      style={{ width: map.w, height: map.h }}
      onKeyDown={(event: KeyboardEvent) => {
        if (look((camera, extent) => strode(camera, event.key, extent))) event.preventDefault();
      }}
      {...pressing((point) =>
        look((camera, extent) => centred(camera, fromMap(frame, map, point), extent)),
      )}
    >
      <svg
        viewBox={`${frame.x} ${frame.y} ${frame.w} ${frame.h}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path className="overview-lanes" d={lanes} />
        <path className="overview-nodes" d={nodes} />
        <rect className="overview-seen" ref={seen} />
      </svg>
    </div>
  );
}

/** Where the pointer is held goes the middle of the screen. */
function pressing(go: (point: Point) => void) {
  const told = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    go({ x: event.clientX - left, y: event.clientY - top });
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      told(event);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) told(event);
    },
  };
}

function seenNow({ camera, extent }: Stage): Rect {
  return seenFrom(camera, extent);
}

function place(rect: SVGRectElement | null, { x, y, w, h }: Rect) {
  rect?.setAttribute("x", String(x));
  rect?.setAttribute("y", String(y));
  rect?.setAttribute("width", String(w));
  rect?.setAttribute("height", String(h));
}
