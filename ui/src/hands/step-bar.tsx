/** The bar at a chosen step, for the hand that is there already: what comes next, and everything else in the menu. */
import { type RefObject, useEffect, useMemo, useState } from "react";
import type { PressEvent } from "react-aria-components";
import type { Act, App } from "../app";
import type { Extent } from "../canvas/camera";
import { cornerOf } from "../canvas/corner";
import { detailAt } from "../canvas/detail";
import { over } from "../canvas/stage";
import type { RecordId, View } from "../contract";
import { useLate } from "../late";
import { nodeAt } from "../panels/flow-records";
import { shortcuts } from "../shortcuts";
import { t } from "../text";
import { toolOf } from "../tools/tool";
import { Button } from "../widgets/button";
import { barIn, barPlace } from "./bar-place";
import { branched } from "./entries";
import "./hands.css";

export interface StepBarProps {
  app: App;
  act: Act;
  /** Where the picture is seen. */
  screen: RefObject<Element | null>;
  /** How large what is seen of the picture is at this moment. */
  extentNow(): Extent | undefined;
  /** Opens the menu of what is chosen. */
  onMore(): void;
}

/**
 * It stands on the paper and moves with it; the keyboard has the menu instead. To find room for it takes a look at the whole
 * picture, for which there is time once that is shown.
 */
export function StepBar(props: StepBarProps) {
  const late = useLate(props.app);
  const { view } = late;
  return view && <Bar {...props} late={late} view={view} />;
}

interface BarProps extends StepBarProps {
  /** The window for which there was time to find room. */
  late: App;
  view: View;
}

function Bar({ app, late, act, view, screen, extentNow, onMore }: BarProps) {
  useResized(screen);
  const extent = extentNow();
  const [id, second] = late.selection;
  const { painting } = view;
  // What is hidden is hidden at once.
  const isShown = isReady(app) && isReady(late) && app.selection.includes(id ?? "");
  const only = second === undefined && isShown ? id : undefined;
  const { camera } = app;
  const bar = barIn(app.hello?.language ?? "ja");
  const { x = 0, y = 0, w = 0, h = 0 } = (only && cornerOf(screen.current)) || {};
  const place = useMemo(() => {
    const corner = w > 0 ? { x, y, w, h } : undefined;
    return only && extent ? barPlace(painting, only, { camera, extent, corner, bar }) : undefined;
  }, [painting, only, camera, extent, bar, x, y, w, h]);
  const node = only === undefined ? undefined : nodeAt(view, only);
  if (!node || !place) return null;
  const { left, top } = over({ ...place, ...bar });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps what is pressed here from the canvas under it
    <div
      className="step-bar"
      style={{ left, top }}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Deeds app={app} act={act} id={node.id} isStep={node.is === "step"} />
      <Button kind="quiet" excludeFromTabOrder aria-label={t("ui-bar-more")} onPress={deed(onMore)}>
        …
      </Button>
    </div>
  );
}

function Deeds({ app, act, id, isStep }: { app: App; act: Act; id: RecordId; isStep: boolean }) {
  const keyed = (name: string) => void shortcuts.find((it) => it.id === name)?.run?.(app, act);
  return (
    <>
      <Button kind="quiet" excludeFromTabOrder onPress={deed(() => keyed("add-after"))}>
        {t("ui-bar-next")}
      </Button>
      {isStep && (
        <Button kind="quiet" excludeFromTabOrder onPress={deed(() => void branched(app, act, id))}>
          {t("ui-bar-branch")}
        </Button>
      )}
      <Button kind="quiet" excludeFromTabOrder onPress={deed(() => keyed("voice"))}>
        {t("ui-bar-voice")}
      </Button>
      <Button kind="quiet" excludeFromTabOrder onPress={deed(() => void act.duplicate())}>
        {t("ui-menu-duplicate")}
      </Button>
    </>
  );
}

/** The bar goes away with what is done: the keyboard stays with the picture. */
function deed(act: () => void) {
  return ({ target }: PressEvent) => {
    target.closest<HTMLElement>("[data-scope]")?.focus({ preventScroll: true });
    act();
  };
}

/** Looks again once what is seen of the picture has another size. */
function useResized(screen: RefObject<Element | null>) {
  const [, setCount] = useState(0);
  useEffect(() => {
    if (!screen.current) return;
    const observer = new ResizeObserver(() => setCount((count) => count + 1));
    observer.observe(screen.current);
    return () => observer.disconnect();
  }, [screen]);
}

/** While something is written or looked at from afar, the bar would be in the way. */
function isReady(app: App): boolean {
  return (
    toolOf(app) === "select" &&
    app.writing === undefined &&
    app.view?.project.read_only !== true &&
    detailAt(app.camera.scale) === "all"
  );
}
