/** How busy everybody would be, and how long work would wait for them. */
import type { App } from "../../app";
import type { ForecastLane } from "../../contract";
import { t } from "../../text";
import { isKnown, number, short } from "../number";
import { dayOf, percent, time } from "./words";

/** From here on queues grow fast; from the other on, they only grow. */
const BUSY = 0.85;
const FULL = 1;
/** In hours: no queue is known more exactly. */
const MINUTE = 1 / 60;

export function LaneTable({ app, lanes }: { app: App; lanes: readonly ForecastLane[] }) {
  if (lanes.length === 0) return null;
  const day = dayOf(app);
  return (
    <table className="trial-table trial-lane-table">
      <caption>{t("ui-trial-lanes")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("ui-trial-lane")}</th>
          <th scope="col">{t("ui-trial-lane-people")}</th>
          <th scope="col">{t("ui-trial-lane-busy")}</th>
          <th scope="col">{t("ui-trial-lane-wait")}</th>
        </tr>
      </thead>
      <tbody>
        {lanes.map((lane) => (
          <tr key={lane.id}>
            <th scope="row">{lane.name}</th>
            <td>
              {isKnown(lane.people) ? (
                t("ui-loads-people", { n: number(lane.people) })
              ) : (
                <Unknown />
              )}
            </td>
            <td>
              <Busy share={lane.utilisation} />
            </td>
            <td>{waits(lane, day) ?? <Unknown />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Unknown() {
  return <span className="quiet">{t("ui-numbers-unknown")}</span>;
}

function Busy({ share }: { share: number | null }) {
  if (!isKnown(share)) return <Unknown />;
  const heat = share >= FULL ? "full" : share >= BUSY ? "busy" : "calm";
  return (
    <span className="trial-busy" data-heat={heat}>
      <span className="trial-bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.min(share, 1) * 100}%` }} />
      </span>
      <span className="trial-busy-words">
        <b className="trial-share">{percent(share)}</b>
        {heat !== "calm" && <span className="trial-heat">{t(`ui-trial-heat-${heat}`)}</span>}
      </span>
    </span>
  );
}

/** How long work waits, or how much piles up. */
function waits({ wait_hours, backlog_per_day }: ForecastLane, day: number): string | undefined {
  if (isKnown(backlog_per_day) && backlog_per_day > 0) {
    return t("ui-trial-piles-up", { n: short(backlog_per_day) });
  }
  if (!isKnown(wait_hours)) return undefined;
  return wait_hours < MINUTE ? t("ui-trial-under-minute") : time(wait_hours, day);
}
