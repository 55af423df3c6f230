/** The as-is above, the to-be below, at one scale and moved together. */
import type { Painting } from "../../contract";
import { t } from "../../text";
import { type Metrics, metricsOf } from "../told";
import type { CompareProps } from "./compare-screen";
import { pictureLine } from "./lines";

export function Pictures({ compared }: CompareProps) {
  const { comparison } = compared;
  const { before, after } = metricsOf(comparison);
  return (
    <div className="pictures">
      <section aria-label={t("ui-compare-above")}>
        <PictureHead name={t("ui-compare-as-is")} painting={comparison.above} metrics={before} />
      </section>
      <section aria-label={t("ui-compare-below")}>
        <PictureHead name={compared.name} painting={comparison.below} metrics={after} />
      </section>
    </div>
  );
}

interface HeadProps {
  name: string;
  painting: Painting;
  metrics: Metrics;
}

function PictureHead({ name, painting, metrics }: HeadProps) {
  return (
    <div className="picture-head">
      <h2>{name}</h2>
      <p className="quiet">
        {pictureLine(painting, metrics).map((said) => (
          <span key={said.text}>{t(said.text, said.values)}</span>
        ))}
      </p>
    </div>
  );
}
