/** What lies over the picture: halos around what is chosen, the ghost of a gesture, the knob for arrows. */
import { useCallback, useMemo } from "react";
import type { Item, Painting, RecordId, Rect } from "../contract";
import { partOf } from "../painting";
import { isNode } from "../tools/graph";
import type { Ghost } from "../tools/tool";
import { element } from "./nodes";
import { outline, painted } from "./paint";
import { over } from "./stage";

/** Between a box and its halo, in pixels of the picture. */
const GAP = 4;
/** Of so many carried things each is shown as it is painted; of more only the boxes. */
const CARRIED = 24;

export interface OverlayProps {
  painting: Painting;
  selection: readonly RecordId[];
  /** Where what is looked for stands. */
  found: readonly RecordId[];
  focused: RecordId | undefined;
  ghost: Ghost | undefined;
  /** What a problem is about. */
  trouble: RecordId | undefined;
  /** Whether arrows may be drawn from here. */
  isOpen: boolean;
}

export function Overlay(props: OverlayProps) {
  const { painting, selection, found, focused, ghost, trouble, isOpen } = props;
  const { frame, areas } = painting;
  const [only] = selection.length === 1 ? selection : [];
  const knob = isOpen && only !== undefined && isNode(only) ? areas[only] : undefined;
  return (
    <svg
      className="canvas-overlay"
      style={over(frame)}
      viewBox={`${frame.x} ${frame.y} ${frame.w} ${frame.h}`}
      aria-hidden="true"
    >
      {ghost?.lane !== undefined && <Box className="ghost-lane" area={areas[ghost.lane]} />}
      {found.length > 0 && (
        <Boxes areas={boxesOf(found, painting)} className="halo-found" grow={GAP} />
      )}
      {selection.length > CARRIED ? (
        <Boxes areas={boxesOf(selection, painting)} className="halo" grow={GAP} />
      ) : (
        selection.map((id) => <Chosen key={id} id={id} painting={painting} />)
      )}
      {focused !== undefined && !selection.includes(focused) && (
        <Box className="halo-focus" area={areas[focused]} grow={GAP} />
      )}
      {trouble !== undefined && <Box className="halo-trouble" area={areas[trouble]} grow={GAP} />}
      {ghost && <Hand ghost={ghost} painting={painting} />}
      {knob && !ghost && only !== undefined && (
        <g className="knob" data-handle={only}>
          <circle data-handle={only} cx={knob.x + knob.w} cy={knob.y + knob.h / 2} r={9} />
          <path
            data-handle={only}
            d={`M${knob.x + knob.w - 3} ${knob.y + knob.h / 2}h6m-3 -3l3 3l-3 3`}
          />
        </g>
      )}
    </svg>
  );
}

function boxesOf(ids: readonly RecordId[], { areas }: Painting): Rect[] {
  return ids.flatMap((id) => areas[id] ?? []);
}

/** Many boxes as one outline. */
function Boxes({
  areas,
  className,
  grow = 0,
}: {
  areas: readonly Rect[];
  className: string;
  grow?: number;
}) {
  const pieces = areas.map(
    ({ x, y, w, h }) =>
      `M${x - grow} ${y - grow}h${w + 2 * grow}v${h + 2 * grow}h${-w - 2 * grow}z`,
  );
  return <path className={className} d={pieces.join("")} />;
}

function Chosen({ id, painting }: { id: RecordId; painting: Painting }) {
  const area = painting.areas[id];
  const marks = useMemo(() => partOf(painting, `${id}+marks`), [painting, id]);
  const paint = usePainted(marks);
  if (!area) return <Line id={id} painting={painting} className="halo-line" />;
  return (
    <>
      <Box className="halo" area={area} grow={id.startsWith("lane/") ? -1 : GAP} />
      {/* Flags and counters stand on the edge: the halo would run through them. */}
      {marks && <g className="halo-marks" ref={paint} />}
    </>
  );
}

/** Fills a group with what is painted of `item`. */
function usePainted(item: Item | undefined) {
  return useCallback(
    (node: SVGGElement | null) => {
      if (node && item) node.replaceChildren(element(painted(item)));
    },
    [item],
  );
}

function Hand({ ghost, painting }: { ghost: Ghost; painting: Painting }) {
  const target = ghost.node === undefined ? undefined : painting.areas[ghost.node];
  return (
    <>
      {ghost.edge !== undefined && (
        <Line id={ghost.edge} painting={painting} className="ghost-edge" />
      )}
      {ghost.carried && ghost.carried.length > CARRIED ? (
        <Boxes areas={ghost.carried.map(({ box }) => box)} className="ghost-box" />
      ) : (
        ghost.carried?.map(({ id, box }) => (
          <Carried key={id} id={id} box={box} painting={painting} />
        ))
      )}
      {ghost.frame && <Box className="ghost-frame" area={ghost.frame} />}
      {target && (
        <Box
          className={ghost.refused ? "ghost-refused" : "ghost-target"}
          area={target}
          grow={GAP}
        />
      )}
      {ghost.line && (
        <line
          className={ghost.refused ? "ghost-line ghost-line-refused" : "ghost-line"}
          x1={ghost.line.from.x}
          y1={ghost.line.from.y}
          x2={ghost.line.to.x}
          y2={ghost.line.to.y}
        />
      )}
    </>
  );
}

/** The thing itself, as it is painted, where it would lie. */
function Carried({ id, box, painting }: { id: RecordId; box: Rect; painting: Painting }) {
  const item = useMemo(() => partOf(painting, id), [painting, id]);
  const area = painting.areas[id];
  const fill = usePainted(item);
  if (!area) return null;
  return (
    <>
      <g
        className="ghost-carried"
        ref={fill}
        transform={`translate(${box.x - area.x} ${box.y - area.y})`}
      />
      <Box className="ghost-box" area={box} />
    </>
  );
}

function Box({
  area,
  className,
  grow = 0,
}: {
  area: Rect | undefined;
  className: string;
  grow?: number;
}) {
  if (!area) return null;
  return (
    <rect
      className={className}
      x={area.x - grow}
      y={area.y - grow}
      width={Math.max(area.w + 2 * grow, 0)}
      height={Math.max(area.h + 2 * grow, 0)}
      rx={grow > 0 ? 7 + grow : 0}
    />
  );
}

/** The line of an arrow, as it is painted. */
function Line({
  id,
  painting,
  className,
}: {
  id: RecordId;
  painting: Painting;
  className: string;
}) {
  const item = partOf(painting, id);
  if (item?.type !== "group") return null;
  const line = item.items.find((part) => part.type === "path" && part.paint.fill === undefined);
  if (line?.type !== "path") return null;
  return <path className={className} d={outline(line.segments)} />;
}
