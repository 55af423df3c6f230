/** The picture of the flow that would come. */
import { useCallback, useLayoutEffect, useRef } from "react";
import { around } from "../../canvas/camera";
import { element } from "../../canvas/nodes";
import { painted } from "../../canvas/paint";
import type { ListPreview, Painting, Point } from "../../contract";
import { t } from "../../text";
import { isNode } from "../../tools/graph";

/** Smaller, nobody reads what the steps are called; what does not fit is scrolled to. */
const SMALLEST = 0.75;

/** Kept free before the first of the new steps, in pixels of the picture: the heads of the lanes, or what leads there. */
const BEFORE = 120;

export interface PreviewProps {
  preview: ListPreview;
  /** What the picture holds already; nothing where a process is begun. */
  had: Painting["areas"];
}

export function Preview({ preview, had }: PreviewProps) {
  const { painting, count } = preview;
  const scroll = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = scroll;
    const svg = current?.querySelector("svg");
    if (!current || !svg || !painting) return;
    const { x, y } = beginning(painting, had);
    const scale = svg.clientWidth / Math.max(painting.frame.w, 1);
    current.scrollTo({ left: x * scale, top: y * scale });
  }, [painting, had]);
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
        <div
          ref={scroll}
          className="listing-scroll"
          role="group"
          aria-label={t("ui-list-picture")}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved with the arrow keys
          tabIndex={0}
        >
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

/** Where one looks first, from the corner of the picture: at the new steps, with what stands before them. */
export function beginning(
  { frame, areas }: Pick<Painting, "frame" | "areas">,
  had: Painting["areas"],
): Point {
  const fresh = Object.entries(areas).flatMap(([id, area]) =>
    area && isNode(id) && !(id in had) ? [area] : [],
  );
  const place = around(fresh);
  if (!place) return { x: 0, y: 0 };
  return {
    x: Math.max(0, place.x - frame.x - BEFORE),
    y: Math.max(0, place.y - frame.y - BEFORE / 2),
  };
}
