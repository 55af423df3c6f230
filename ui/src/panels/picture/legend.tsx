/** What the signs in the picture mean: a small picture of its own, drawn by Rust. */
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Act } from "../../app";
import { createPainter } from "../../canvas/painter";
import type { Language, Painting, RecordId } from "../../contract";

export interface LegendProps {
  act: Act;
  language: Language;
  flow: RecordId;
}

export function Legend({ act, language, flow }: LegendProps) {
  const [painting, setPainting] = useState<Painting>();
  useEffect(() => {
    let isWanted = language !== undefined && flow !== undefined;
    void act.ask("legend", {}).then((drawn) => {
      if (isWanted && drawn) setPainting(drawn);
    });
    return () => {
      isWanted = false;
    };
  }, [act, language, flow]);
  const svg = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => {
    if (svg.current && painting) createPainter(svg.current).show(painting);
  }, [painting]);
  if (!painting) return <div className="picture-legend" />;
  const { x, y, w, h } = painting.frame;
  return (
    <div className="picture-legend">
      <svg
        key={JSON.stringify(painting.frame)}
        ref={svg}
        role="img"
        aria-label={painting.title}
        width={w}
        height={h}
        viewBox={`${x} ${y} ${w} ${h}`}
        fontFamily="BIZ UDPGothic, Noto Sans JP, sans-serif"
      />
    </div>
  );
}
