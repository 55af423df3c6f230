/** What formulas tell at once: the answer, its pictures, and how busy everybody would be. */
import type { App } from "../../app";
import type { Forecast } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Empty } from "../../widgets/notice";
import { Badge } from "../../widgets/sign";
import { LaneTable } from "./lane-table";
import { Charts, Sentences } from "./sentences";
import type { Foreseen } from "./use-forecast";

interface ResultsProps extends Foreseen {
  app: App;
  /** Leads to the fields of what is missing. */
  enter(): void;
}

export function Results({ app, forecast, isFresh, isFailed, enter }: ResultsProps) {
  const process = app.view?.processes.find((one) => one.id === app.view?.process);
  if (!forecast) {
    return isFailed ? null : <p className="trial-state quiet">{t("ui-trial-counting")}</p>;
  }
  const { missing, says, charts, lanes } = forecast;
  const hasAnswer = says.length > 0;
  return (
    <section className="trial-forecast" aria-label={t("ui-trial-forecast")} aria-busy={!isFresh}>
      {missing.length > 0 && <Missing forecast={forecast} hasAnswer={hasAnswer} enter={enter} />}
      {hasAnswer && (
        <div className="trial-head">
          {process?.illustrative && (
            <p className="small quiet">
              <Badge kind="example">{t("ui-numbers-illustrative-mark")}</Badge>{" "}
              {t("ui-numbers-illustrative")}
            </p>
          )}
          <Sentences says={says} />
        </div>
      )}
      <Charts charts={charts} />
      {hasAnswer && <LaneTable app={app} lanes={lanes} />}
    </section>
  );
}

interface MissingProps {
  forecast: Forecast;
  hasAnswer: boolean;
  enter(): void;
}

/** What is to be entered for an answer, or for a better one. */
function Missing({ forecast: { missing }, hasAnswer, enter }: MissingProps) {
  const list = (
    <ul className="trial-missing">
      {missing.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
  if (!hasAnswer) {
    return (
      <Empty
        title={t("ui-trial-missing")}
        action={{ word: t("ui-trial-missing-enter"), onPress: enter }}
      >
        {list}
      </Empty>
    );
  }
  return (
    <div className="trial-more">
      <p>{t("ui-trial-missing-more")}</p>
      {list}
      <Button kind="link" onPress={enter}>
        {t("ui-trial-missing-enter")}
      </Button>
    </div>
  );
}
