/** Which moment is shown, in words that are read from the back of the room. */
import type { Language } from "../../contract";
import { t } from "../../text";
import { Words } from "../../widgets/words";
import { moment } from "../start/when";
import type { MomentProps } from "./moment-props";
import { type Row, rowOf } from "./moments";

export function MomentWords({ app, view, chronicle, revision }: MomentProps) {
  const row = rowOf(chronicle, revision);
  const isPast = view.project.past !== undefined || revision < chronicle.last;
  return (
    <div className="time-words" role="status">
      <p className="time-title">
        <strong className="time-sign">{t(isPast ? "ui-history-past" : "ui-history-now")}</strong>
        {isPast && (
          <strong className="time-when">
            {whenOf(row, app.hello?.language ?? "ja", view.project.past?.at)}
          </strong>
        )}
        {row.name !== undefined && <Words className="time-name" text={row.name} />}
      </p>
      <p className="time-what">
        {isPast && row.label !== undefined && <Words className="time-label" text={row.label} />}
        <span className="quiet">{t(isPast ? "ui-history-past-what" : "ui-history-now-what")}</span>
      </p>
    </div>
  );
}

/** When a moment was; what is not known of its row is told by the picture of it. */
export function whenOf(row: Row, language: Language, shown?: number): string {
  const at = row.at ?? shown;
  const time = at === undefined ? undefined : moment(at, Date.now(), language);
  if (row.revision > 0) return time ?? "";
  return time === undefined ? t("ui-history-created") : `${t("ui-history-created")} ${time}`;
}
