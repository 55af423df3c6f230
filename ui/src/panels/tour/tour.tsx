/** The tour: a few words beside the thing they are about; each asks for one thing to be done, and goes on when it was. */
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Act, App, PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { isComposing } from "../../widgets/composing";
import { countsOf, roomOf, spotOf, TOUR, type TourStep } from "./steps";
import "./tour.css";

export function Tour({ app, act }: PanelProps) {
  const [skipped, skip] = useState<number>();
  const { tour: at, screen, dialog } = app;
  const step = at === undefined ? undefined : TOUR[at];
  if (!step || at === undefined || screen !== "project" || dialog) return null;
  const isPraised = at > 0 && skipped !== at - 1;
  return <Guide key={step.id} {...{ app, act, step, at, isPraised, skip }} />;
}

interface GuideProps extends PanelProps {
  step: TourStep;
  at: number;
  /** Whether the step before was done, and not skipped. */
  isPraised: boolean;
  skip(at: number): void;
}

function Guide({ app, act, step, at, isPraised, skip }: GuideProps) {
  const words = useRef<HTMLElement>(null);
  const [before] = useState(() => countsOf(app));
  const isDone = step.isDone?.(countsOf(app), before) ?? false;
  const isLast = step.isDone === undefined;
  useEffect(() => {
    if (isDone) act.guide(at + 1);
  }, [isDone, act, at]);
  useBeginning(step, app, act);
  useLeaving(act);
  const spot = useSpot(words, step, app);
  return (
    <section className="tour" ref={words} style={spot} aria-label={t("ui-tour")}>
      <div role="status">
        <p className="tour-place">
          {t("ui-tour-place", { at: at + 1, n: TOUR.length })}
          {isPraised && <span className="tour-done"> {t("ui-tour-done")}</span>}
        </p>
        <p className="tour-title">{t(`ui-tour-${step.id}`)}</p>
        <p>{t(`ui-tour-${step.id}-how`)}</p>
      </div>
      <div className="tour-acts">
        {isLast ? (
          <Button kind="primary" onPress={() => finish(act)}>
            {t("ui-tour-finish")}
          </Button>
        ) : (
          <>
            <Button kind="quiet" onPress={() => act.guide()}>
              {t("ui-tour-leave")}
            </Button>
            <Button
              onPress={() => {
                skip(at);
                act.guide(at + 1);
              }}
            >
              {t("ui-tour-skip")}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

/** Whoever has been through it is not asked again. */
function finish(act: Act) {
  act.guide();
  act.skipTour();
}

/** Once, when what the step is about is shown. */
function useBeginning(step: TourStep, app: App, act: Act) {
  const now = useRef(app);
  now.current = app;
  useEffect(() => {
    const frame = requestAnimationFrame(() => step.begin?.(now.current, act));
    return () => cancelAnimationFrame(frame);
  }, [step, act]);
}

/** Esc ends the tour wherever the keyboard is, before it means anything else; in an open dialog it is the dialog's. */
function useLeaving(act: Act) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (event.key !== "Escape" || isComposing(event) || target?.closest("[role=dialog]")) return;
      event.preventDefault();
      event.stopPropagation();
      act.guide();
    };
    window.addEventListener("keydown", pressed, { capture: true });
    return () => window.removeEventListener("keydown", pressed, { capture: true });
  }, [act]);
}

/** Of the first of these that is there. */
function boxOf(...names: readonly string[]): DOMRect | undefined {
  const found = names.flatMap((name) => document.querySelector(name) ?? []);
  return found[0]?.getBoundingClientRect();
}

/** Where the words stand: measured when what is shown may have moved, and when the window has another size. */
function useSpot(words: React.RefObject<HTMLElement | null>, step: TourStep, app: App) {
  const [spot, setSpot] = useState({ left: 0, top: 0 });
  const { middle, panel, view } = app;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what these change may have moved the thing
  useLayoutEffect(() => {
    const place = () => {
      const thing = boxOf(...step.beside);
      const own = words.current?.getBoundingClientRect();
      if (!thing || !own) return;
      const whole = { w: window.innerWidth, h: window.innerHeight };
      const held = { panel: boxOf(".right", ".compare-side"), line: boxOf(".picture-line") };
      const room = roomOf(whole, own.width, held);
      const next = spotOf(thing, step.side, { w: own.width, h: own.height }, room);
      setSpot((had) => (had.left === next.left && had.top === next.top ? had : next));
    };
    place();
    // What follows the picture a moment later may move the thing once more.
    const again = setTimeout(place, 300);
    window.addEventListener("resize", place);
    return () => {
      clearTimeout(again);
      window.removeEventListener("resize", place);
    };
  }, [step, words, middle, panel, view]);
  return spot;
}
