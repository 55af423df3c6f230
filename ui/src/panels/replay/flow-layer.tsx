/** What moves over the picture of one flow: a layer of the picture's size that is painted frame by frame. */
import { useLayoutEffect, useRef } from "react";
import type { Painting } from "../../contract";
import { createFlowPainter, type FlowPainter } from "./flow-painter";
import type { Player } from "./player";
import type { Reel } from "./reel";
import { onTheWay, type Standing } from "./state";

/** The way along an arrow takes as long as this, in seconds of whoever looks on. */
const WAY = 0.6;

interface FlowLayerProps {
  painting: Painting;
  reel: Reel;
  standing: Standing;
  player: Player;
  /** How large the picture is. */
  scale: number;
  /** Whether nothing may move: then queues are bars and nobody is seen on the way. */
  isStill: boolean;
}

export function FlowLayer({ painting, reel, standing, player, scale, isStill }: FlowLayerProps) {
  const root = useRef<SVGSVGElement>(null);
  const painter = useRef<FlowPainter>(null);
  useLayoutEffect(() => {
    painter.current = root.current && createFlowPainter(root.current, painting, reel);
  }, [painting, reel]);
  useLayoutEffect(() => {
    const paint = () => {
      const open = player.open();
      standing.go(open);
      const room = (record: number) => painter.current?.room(record, scale) ?? 1;
      const tokens = isStill ? [] : onTheWay(reel, open, WAY * player.pace(), room);
      painter.current?.show({ standing, tokens, scale, isStill });
    };
    paint();
    return player.watch(paint);
  }, [player, reel, standing, scale, isStill]);
  const { x, y, w, h } = painting.frame;
  return (
    <svg
      ref={root}
      className="replay-layer"
      viewBox={`${x} ${y} ${w} ${h}`}
      data-still={isStill || undefined}
      aria-hidden="true"
    />
  );
}
