/** The levers of one question, from top to bottom. */
import type { PanelProps } from "../../app";
import type { Forecast } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Choice } from "../../widgets/choice";
import { Tick } from "../../widgets/tick";
import { Exact } from "./exact";
import { LEVERS, type Lever, without, withPooled } from "./levers";
import { type LeversProps, OneLever } from "./one-lever";
import { betterName } from "./words";

export interface AllProps extends LeversProps, PanelProps {
  forecast: Forecast | undefined;
}

export function QuestionLevers(props: AllProps) {
  return LEVERS[props.question].map((lever) => <Of key={lever} lever={lever} {...props} />);
}

function Of({ lever, ...props }: AllProps & { lever: Lever }) {
  switch (lever) {
    case "at_once":
      return <AtOnce {...props} />;
    case "to_year":
      return <Years {...props} />;
    case "pooled":
      return <Pooled {...props} />;
    case "to_be":
      return <Better {...props} />;
    default:
      return <OneLever lever={lever} {...props} />;
  }
}

/** So many cases that all come in a few days. */
function AtOnce({ question, levers, turned, turn }: AllProps) {
  const isAsked = question === "waves";
  return (
    <div className="trial-pair" role="group" aria-label={t("ui-trial-at-once")}>
      <Exact
        label={t("ui-trial-at-once")}
        value={levers.at_once}
        min={1}
        max={1e7}
        isWhole
        unit={t("ui-trial-cases")}
        placeholder={t(isAsked ? "ui-trial-at-once-enter" : "ui-trial-at-once-none")}
        onChange={(at_once) => turn({ ...turned, at_once })}
        onClear={() => turn(without(turned, "at_once"))}
      />
      <Exact
        label={t("ui-trial-at-once-days")}
        value={levers.at_once_days}
        min={0.5}
        max={60}
        unit={t("ui-trial-days")}
        onChange={(at_once_days) => turn({ ...turned, at_once_days })}
      />
    </div>
  );
}

/** Up to which year one looks ahead. */
function Years({ levers, turned, turn }: AllProps) {
  return (
    <div className="trial-pair">
      <Exact
        label={t("ui-trial-to-year")}
        value={levers.to_year}
        min={levers.from_year + 1}
        max={levers.from_year + 60}
        isWhole
        unit={t("ui-trial-year")}
        onChange={(to_year) => turn({ ...turned, to_year })}
      />
      <p className="small quiet">{t("ui-trial-from-year", { year: String(levers.from_year) })}</p>
    </div>
  );
}

/** Which lanes share their people. */
function Pooled({ levers, turned, turn, forecast }: AllProps) {
  const lanes = forecast?.lanes ?? [];
  return (
    <fieldset className="trial-lanes">
      <legend>{t("ui-trial-pooled")}</legend>
      {lanes.map(({ id, name }) => (
        <Tick
          key={id}
          word={name}
          value={levers.pooled.includes(id)}
          onChange={(isIn) => turn(withPooled(turned, id, isIn))}
        />
      ))}
      {levers.pooled.length > 0 && (
        <Button kind="link" onPress={() => turn(without(turned, "pooled"))}>
          {t("ui-trial-reset")}
        </Button>
      )}
    </fieldset>
  );
}

/** Which better flow is played beside today's; where there is none, the way to one. */
function Better({ app, act, levers, turned, turn, given }: AllProps) {
  const better = given?.better ?? [];
  if (given && better.length === 0) {
    return (
      <div className="trial-way">
        <p>{t("ui-trial-no-better")}</p>
        <Button onPress={() => act.show({ middle: "compare" })}>{t("ui-header-propose")}</Button>
      </div>
    );
  }
  return (
    <Choice
      label={t("ui-trial-better")}
      value={levers.to_be}
      options={better.map(([id, name]) => ({ value: id, word: betterName(app, id) ?? name }))}
      onChange={(to_be) => turn({ ...turned, to_be })}
    />
  );
}
