/** The picture of the flow that would come. */
import { useCallback } from "react";
import { element } from "../../canvas/nodes";
import { painted } from "../../canvas/paint";
import type { ListPreview } from "../../contract";
import { t } from "../../text";

/** Smaller, nobody sees what leads where. */
const SMALLEST = 0.45;

export function Preview({ preview }: { preview: ListPreview }) {
  const { painting, count } = preview;
  const fill = useCallback(
    (node: SVGSVGElement | null) => {
      const items = (painting?.order ?? []).flatMap((key) => painting?.items[key] ?? []);
      node?.replaceChildren(...items.map((item) => element(painted(item))));
    },
    [painting],
  );
  return (
    <section className="listing-preview" aria-label={t("ui-list-picture")}>
      <div className="listing-line">
        <h3>{t("ui-list-picture")}</h3>
        <span role="status">{t("ui-list-count", { n: count })}</span>
      </div>
      {painting ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved with the arrow keys
        <div className="listing-scroll" role="group" aria-label={t("ui-list-picture")} tabIndex={0}>
          <svg
            ref={fill}
            role="img"
            aria-label={painting.title}
            viewBox={`${painting.frame.x} ${painting.frame.y} ${painting.frame.w} ${painting.frame.h}`}
            style={{
              width: `max(100%, ${painting.frame.w * SMALLEST}px)`,
              maxWidth: `${painting.frame.w}px`,
            }}
          />
        </div>
      ) : (
        <p className="listing-nothing">{t("ui-list-nothing")}</p>
      )}
    </section>
  );
}
