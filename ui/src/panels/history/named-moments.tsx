/** The moments with names, to jump to. */
import { Button as Bare } from "react-aria-components";
import { t } from "../../text";
import type { MomentProps } from "./moment-props";

export function NamedMoments({ chronicle, revision, go }: MomentProps) {
  if (chronicle.moments.length === 0) return null;
  return (
    <div className="time-named">
      <span className="quiet" aria-hidden="true">
        {t("ui-history-moments")}
      </span>
      <ul className="time-chips" aria-label={t("ui-history-moments")}>
        {chronicle.moments.map((moment) => (
          <li key={moment.revision}>
            <Bare
              className="time-chip"
              aria-pressed={moment.revision === revision}
              onPress={() => go(moment.revision)}
            >
              {moment.name}
            </Bare>
          </li>
        ))}
      </ul>
    </div>
  );
}
