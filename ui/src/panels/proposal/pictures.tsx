/** The as-is above, the to-be below, at one scale and moved together. */
import { useEffect, useRef } from "react";
import type { Painting, RecordId } from "../../contract";
import { t } from "../../text";
import { type Metrics, metricsOf } from "../told";
import type { CompareProps } from "./compare-screen";
import { firstChanged, pictureLine } from "./lines";
import { nameOfToBe } from "./pair";
import { Pane } from "./pane";
import { useLinked } from "./use-linked";

interface PicturesProps extends CompareProps {
  lit: readonly RecordId[];
  choose(id: RecordId | undefined): void;
}

export function Pictures({ app, act, compared, lit, choose }: PicturesProps) {
  const { comparison } = compared;
  const { above, below } = comparison;
  const { before, after } = metricsOf(comparison);
  const place = useRef<HTMLDivElement>(null);
  const changed = firstChanged(comparison);
  const { linked, pan, zoom, press, reveal } = useLinked(
    app,
    act,
    place,
    { above, below },
    changed,
  );
  useEffect(() => reveal(lit), [lit, reveal]);
  const moves = { pan, zoom, press, choose, lit };
  return (
    <div className="pictures">
      <section aria-label={t("ui-compare-above")}>
        <PictureHead name={t("ui-compare-as-is")} painting={above} metrics={before} />
        <div className="picture-place" ref={place}>
          {linked && (
            <Pane {...moves} label={t("ui-compare-above")} painting={above} camera={linked.above} />
          )}
        </div>
      </section>
      <section aria-label={t("ui-compare-below")}>
        <PictureHead
          name={app.view ? nameOfToBe(app.view, compared) : ""}
          painting={below}
          metrics={after}
        />
        <div className="picture-place">
          {linked && (
            <Pane {...moves} label={t("ui-compare-below")} painting={below} camera={linked.below} />
          )}
        </div>
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
