/** What is known of the steps that are chosen, or of the whole flow, and which one more entry would tell most. */
import { useEffect, useRef, useState } from "react";
import { Meter } from "react-aria-components";
import type { App, PanelProps } from "../../app";
import type { Answer, RecordId } from "../../contract";
import { REST } from "../../late";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { useWay } from "./aim";

export type Gaps = Answer<"gaps">;

/** As Rust tells it; of an earlier moment until the newer one is there. */
export function useGaps({ app, act }: PanelProps, ids: readonly RecordId[]): Gaps | undefined {
  const [gaps, setGaps] = useState<{ of: string; told: Gaps }>();
  const { view, hello } = app;
  const chosen = ids.join(" ");
  // Each project counts its flows, steps and edits from one.
  const of = [view?.project.path, view?.flow, chosen].join(" ");
  const key = [of, view?.revision, view?.project.past?.revision, hello?.language].join(" ");
  const asked = useRef<number>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when there is something to ask
  useEffect(() => {
    let isWanted = true;
    const steps = chosen === "" ? [] : chosen.split(" ");
    const ask = async () => {
      asked.current = view?.revision;
      const told = await act.ask("gaps", { steps });
      if (told && isWanted) setGaps({ of, told });
    };
    // The next edit never waits for it: behind an edit it is asked once the hand rests, for another step at once.
    const isEdited = asked.current !== undefined && asked.current !== view?.revision;
    const timer = setTimeout(() => void ask(), isEdited ? REST : 0);
    return () => {
      clearTimeout(timer);
      isWanted = false;
    };
  }, [key]);
  return gaps?.of === of ? gaps.told : undefined;
}

/** Whether `gaps` is about what is shown: nothing is done with what was true before. */
export function isNow(app: App, gaps: Gaps): boolean {
  return gaps.revision === app.view?.revision;
}

export function GapMeter({ gaps }: { gaps: Gaps | undefined }) {
  const { go } = useWay();
  if (!gaps) return <div className="gaps" />;
  const known = gaps.parts.reduce((sum, part) => sum + part.known, 0);
  const of = gaps.parts.reduce((sum, part) => sum + part.of, 0);
  if (of === 0) return null;
  const { next } = gaps;
  return (
    <div className="gaps">
      <KnownMeter label={t("ui-gaps")} known={known} of={of} />
      {next ? (
        <p className="gap">
          <Button kind="link" onPress={() => go(next.id, next.attribute)}>
            {next.sentence}
          </Button>
          {next.n > 1 && <span className="quiet">{t("ui-gaps-left", { n: next.n })}</span>}
        </p>
      ) : (
        <p className="quiet">{t("ui-gaps-none")}</p>
      )}
    </div>
  );
}

function KnownMeter({ label, known, of }: { label: string; known: number; of: number }) {
  const value = (100 * known) / of;
  return (
    <Meter
      className="known"
      value={value}
      aria-label={label}
      valueLabel={t("ui-gaps-of", { known, of })}
    >
      <span className="known-label">{label}</span>
      <span className="known-bar">
        <span className="known-part" style={{ inlineSize: `${value}%` }} />
      </span>
      <span className="known-count">
        {known}/{of}
      </span>
    </Meter>
  );
}

/** Every part of the whole flow, with the way to the first entry that is not there. */
export function GapParts({ gaps }: { gaps: Gaps | undefined }) {
  const { go } = useWay();
  if (!gaps || gaps.parts.length < 2) return null;
  return (
    <ul className="gap-parts">
      {gaps.parts.map(({ label, known, of, id, attribute }) => (
        <li key={label}>
          <KnownMeter label={label} known={known} of={of} />
          {id && attribute ? (
            <Button
              kind="link"
              aria-label={t("ui-gaps-go", { part: label })}
              onPress={() => go(id, attribute)}
            >
              {t("ui-gaps-enter")}
            </Button>
          ) : (
            <span />
          )}
        </li>
      ))}
    </ul>
  );
}
