/** What the signs in the picture mean: drawn by Rust, broken into lines where the window is narrow. */
import { memo, useCallback, useEffect, useState } from "react";
import type { Act } from "../../app";
import { element } from "../../canvas/nodes";
import { painted } from "../../canvas/paint";
import type { Language, Painting, RecordId, View } from "../../contract";
import { wholePainting } from "../../painting";
import { type Entry, entriesOf } from "./entries";

export interface LegendProps {
  act: Act;
  language: Language;
  flow: RecordId;
  /** The moment whose signs are explained: that which was analysed last, so that it follows once the hand rests. */
  revision: number | undefined;
  /** Whether there are warm grounds to explain. */
  heat: View["heat"];
}

export const Legend = memo(function Legend({ act, language, flow, revision, heat }: LegendProps) {
  const [painting, setPainting] = useState<Painting>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew whenever what it is about is another
  useEffect(() => {
    let isWanted = true;
    void act.ask("legend", {}).then((drawn) => {
      if (!isWanted || !drawn) return;
      const next = wholePainting(drawn);
      setPainting((had) => (isAlike(had, next) ? had : next));
    });
    return () => {
      isWanted = false;
    };
  }, [act, language, flow, revision, heat]);
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
});

/** Most edits bring no sign that was not there. */
function isAlike(had: Painting | undefined, drawn: Painting): boolean {
  return had !== undefined && JSON.stringify(had) === JSON.stringify(drawn);
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
