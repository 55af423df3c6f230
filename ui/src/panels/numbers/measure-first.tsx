/** What should be measured first: the guesses that move the figures most, each with the way to its step. */
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { short } from "../number";
import { type Analysis, keysOf, recordsOf } from "../told";

type ToMeasure = Analysis["measure_first"][number];

export function MeasureFirst({ app, act, analysis }: PanelProps & { analysis: Analysis }) {
  const all = analysis.measure_first;
  if (all.length === 0) return null;
  const go = (key: string) => {
    act.select(recordsOf(keysOf(app), [key]), { reveal: true });
    act.show({ panel: "step" });
  };
  return (
    <section className="measure-first">
      <h2>{t("ui-numbers-measure", { n: all.length })}</h2>
      <p className="small quiet">{t("ui-numbers-measure-why")}</p>
      <ol>
        {all.map((it) => (
          <li key={it.step}>
            <Button kind="link" onPress={() => go(it.step)}>
              {it.name}
            </Button>
            <span className="small quiet">{doubt(it)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function doubt({ minutes_per_case: minutes, share }: ToMeasure): string {
  if (minutes === null) return t("ui-numbers-measure-missing");
  const values = { minutes: short(minutes), percent: Math.round((share ?? 0) * 100) };
  return t(share === null ? "ui-numbers-measure-apart" : "ui-numbers-measure-share", values);
}
