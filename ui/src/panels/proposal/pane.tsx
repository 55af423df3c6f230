/** One picture of the comparison: painted once, moved by a style, baked anew when zooming ends. */
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { Camera } from "../../app";
import { toScreen } from "../../canvas/camera";
import { Heads, moveHeads } from "../../canvas/heads";
import { createPainter, type Painter } from "../../canvas/painter";
import "../../canvas/canvas.css";
import type { Painting, Point, RecordId } from "../../contract";

interface PaneProps {
  /** What it shows, for those who have it read. */
  label: string;
  painting: Painting;
  camera: Camera;
  lit: readonly RecordId[];
  /** What lies over the picture and moves with it. */
  over?: ReactNode;
  pan(by: Point): void;
  zoom(delta: number, pivot: Point): void;
  press(event: KeyboardEvent): void;
  choose(id: RecordId | undefined): void;
}

export function Pane(props: PaneProps) {
  const { label, painting, camera, lit } = props;
  const place = useRef<HTMLDivElement>(null);
  const root = useRef<SVGGElement>(null);
  const painter = useRef<Painter>(null);
  const heads = useRef<HTMLDivElement>(null);
  const baked = useBaked(camera.scale);
  useWheel(place, props);
  const drag = useDrag(props);
  const hold = useCallback((node: HTMLDivElement | null) => {
    heads.current = node;
  }, []);
  useLayoutEffect(() => {
    if (!root.current) return;
    painter.current ??= createPainter(root.current);
    painter.current.show(painting);
  }, [painting]);
  useLayoutEffect(() => moveHeads(heads.current, painting, camera), [painting, camera]);
  const { frame } = painting;
  const corner = toScreen(camera, frame);
  // Whole pixels: letters between two pixels are blurred.
  const transform = `translate(${Math.round(corner.x)}px, ${Math.round(corner.y)}px) scale(${camera.scale / baked})`;
  return (
    <div
      className="pane"
      ref={place}
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved with the arrow keys
      tabIndex={0}
      onKeyDown={props.press}
      {...drag}
    >
      <div className="pane-paper" style={{ transform }}>
        <svg
          width={frame.w * baked}
          height={frame.h * baked}
          viewBox={`${frame.x} ${frame.y} ${frame.w} ${frame.h}`}
          role="img"
          aria-label={painting.title}
        >
          <g ref={root} />
          <Halos painting={painting} lit={lit} />
        </svg>
        {props.over}
      </div>
      <Heads painting={painting} hold={hold} />
    </div>
  );
}

function Halos({ painting, lit }: { painting: Painting; lit: readonly RecordId[] }) {
  return lit.map((id) => {
    const area = painting.areas[id];
    return (
      area && (
        <rect
          key={id}
          className="pane-halo"
          x={area.x - 5}
          y={area.y - 5}
          width={area.w + 10}
          height={area.h + 10}
          rx={11}
        />
      )
    );
  });
}

/** The scale at which the picture is drawn: follows when the hand rests. */
function useBaked(scale: number): number {
  const [baked, setBaked] = useState(scale);
  useEffect(() => {
    const timer = setTimeout(() => setBaked(scale), 160);
    return () => clearTimeout(timer);
  }, [scale]);
  return baked;
}

/** The wheel moves, with Ctrl it magnifies; both panes hear it. */
function useWheel(place: RefObject<HTMLDivElement | null>, { pan, zoom }: PaneProps) {
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      const box = element.getBoundingClientRect();
      if (event.ctrlKey || event.metaKey) {
        zoom(event.deltaY, { x: event.clientX - box.x, y: event.clientY - box.y });
      } else if (event.shiftKey) {
        pan({ x: -event.deltaY, y: 0 });
      } else {
        pan({ x: -event.deltaX, y: -event.deltaY });
      }
    };
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  }, [place, pan, zoom]);
}

/** Pressed and moved, the paper follows; pressed and released, what lies there is chosen. */
function useDrag({ pan, choose }: PaneProps) {
  const last = useRef<Point>(null);
  const hasMoved = useRef(false);
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      last.current = { x: event.clientX, y: event.clientY };
      hasMoved.current = false;
    },
    onPointerMove: (event: PointerEvent) => {
      if (!last.current) return;
      const by = { x: event.clientX - last.current.x, y: event.clientY - last.current.y };
      if (!hasMoved.current && Math.hypot(by.x, by.y) < 4) return;
      hasMoved.current = true;
      last.current = { x: event.clientX, y: event.clientY };
      pan(by);
    },
    onPointerUp: (event: PointerEvent) => {
      last.current = null;
      if (!hasMoved.current) choose(idAt(event));
    },
    onPointerCancel: () => {
      last.current = null;
    },
  };
}

/** The record under the pointer, whoever holds the pointer. */
function idAt(event: PointerEvent): RecordId | undefined {
  const under = document.elementFromPoint(event.clientX, event.clientY);
  return under?.closest("[data-id]")?.getAttribute("data-id") ?? undefined;
}
