/** What the signs in the picture mean: drawn by Rust, broken into lines where the window is narrow. */
import { useCallback, useEffect, useState } from "react";
import type { Act } from "../../app";
import { painted } from "../../canvas/paint";
import { element } from "../../canvas/painter";
import type { Language, Painting, RecordId } from "../../contract";
import { type Entry, entriesOf } from "./entries";

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
  if (!painting) return <div className="picture-legend" />;
  return (
    <ul className="picture-legend">
      {entriesOf(painting).map((entry) => (
        <li key={entry.word}>
          <Sign entry={entry} top={painting.frame.y} height={painting.frame.h} />
        </li>
      ))}
    </ul>
  );
}

function Sign({ entry, top, height }: { entry: Entry; top: number; height: number }) {
  const fill = useCallback(
    (node: SVGSVGElement | null) =>
      node?.replaceChildren(...entry.items.map((item) => element(painted(item)))),
    [entry],
  );
  return (
    <svg
      ref={fill}
      role="img"
      aria-label={entry.word}
      width={entry.w}
      height={height}
      viewBox={`${entry.x} ${top} ${entry.w} ${height}`}
      fontFamily="BIZ UDPGothic, Noto Sans JP, sans-serif"
    />
  );
}
