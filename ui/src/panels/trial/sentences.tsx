/** An answer in sentences: the first large, the others below it; and its pictures. */
import { Drawn } from "../../canvas/drawn";
import type { Scene } from "../../contract";

export function Sentences({ says }: { says: readonly string[] }) {
  const [first, ...others] = says;
  return (
    <div className="trial-says">
      <p className="trial-answer">{first}</p>
      {others.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

export function Charts({ charts }: { charts: readonly Scene[] }) {
  if (charts.length === 0) return null;
  return (
    <div className="trial-charts">
      {charts.map((scene) => (
        <Drawn key={scene.title} scene={scene} className="trial-chart" label={scene.title} />
      ))}
    </div>
  );
}
