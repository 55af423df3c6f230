/** Figures at the left, the size of the picture at the right. */
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { type Compared, useCompared } from "../proposal/answers";
import { countedIn } from "../proposal/lines";
import { analysisOf, metricsOf } from "../told";
import { type Cell, type Counted, cells, counted } from "./cells";

export function FooterLine({ app, act }: PanelProps) {
  const { view } = app;
  const compared = useCompared(app, act, app.middle === "compare");
  if (!view) return null;
  const isComparing = app.middle === "compare" && compared !== undefined;
  const line = isComparing
    ? cells(...bothCounted(compared))
    : cells(counted(view, analysisOf(app)?.metrics));
  return (
    <div className="figures-line">
      <dl aria-label={t("ui-footer")}>
        {line.map((cell) => (
          <FigureCell cell={cell} key={cell.label} />
        ))}
      </dl>
      {app.middle !== "trial" && <Zoom app={app} act={act} />}
    </div>
  );
}

function FigureCell({ cell }: { cell: Cell }) {
  return (
    <div>
      <dt>{t(cell.label)}</dt>
      <dd>
        {cell.value === undefined ? (
          t("ui-numbers-unknown")
        ) : (
          <>
            <b>{cell.value}</b>
            {cell.after !== undefined && (
              <>
                {" → "}
                <b>{cell.after}</b>
              </>
            )}
            {cell.unit && <span className="unit"> {t(cell.unit)}</span>}
          </>
        )}
      </dd>
    </div>
  );
}

function Zoom({ app, act }: PanelProps) {
  const percent = Math.round(app.camera.scale * 100);
  return (
    <div className="zoom" role="group" aria-label={t("ui-zoom-now", { n: percent })}>
      <Button kind="quiet" aria-label={t("ui-zoom-out")} onPress={() => act.aim("out")}>
        −
      </Button>
      <Button
        kind="quiet"
        aria-label={t("ui-zoom-actual", { n: percent })}
        onPress={() => act.aim("actual")}
      >
        {percent}%
      </Button>
      <Button kind="quiet" aria-label={t("ui-zoom-in")} onPress={() => act.aim("in")}>
        ＋
      </Button>
      <Button kind="quiet" onPress={() => act.aim("whole")}>
        {t("ui-zoom-fit")}
      </Button>
    </div>
  );
}

function bothCounted({ comparison }: Compared): [Counted, Counted] {
  const { before, after } = metricsOf(comparison);
  return [
    { ...countedIn(comparison.above), metrics: before },
    { ...countedIn(comparison.below), metrics: after },
  ];
}
