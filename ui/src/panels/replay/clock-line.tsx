/** The clock of the office and what it is about. */
import { useSyncExternalStore } from "react";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { momentWord } from "./clock-words";
import type { FilmsProps } from "./screen";

export function ClockLine({ app, act, films, isStill, made }: FilmsProps) {
  const { player, firstDay, longest } = films;
  const { open } = useSyncExternalStore(player.hear, player.shown);
  if (!longest) return null;
  const language = app.hello?.language ?? "ja";
  return (
    <div className="replay-top">
      <p className="replay-clock">{momentWord(firstDay, longest.time, open, language)}</p>
      <ul className="replay-legend">
        {!isStill && (
          <li>
            <span className="replay-sign replay-sign-token" aria-hidden="true" />
            {t("ui-replay-legend-token")}
          </li>
        )}
        <li>
          <span className="replay-sign replay-sign-waiting" aria-hidden="true" />
          {t("ui-replay-legend-waiting")}
        </li>
        <li>
          <span className="replay-sign replay-sign-working" aria-hidden="true">
            1
          </span>
          {t("ui-replay-legend-working")}
        </li>
      </ul>
      <div className="replay-about quiet">
        <span>{t("ui-trial-made", { what: made.join(t("ui-trial-made-and")) })}</span>
        <Button kind="link" onPress={() => act.show({ middle: "trial" })}>
          {t("ui-replay-conditions")}
        </Button>
        <span>
          {longest.isCut
            ? t("ui-replay-cut", {
                when: momentWord(firstDay, longest.time, longest.end, language),
              })
            : t("ui-replay-one")}
        </span>
      </div>
    </div>
  );
}
