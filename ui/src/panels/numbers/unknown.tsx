/** What nobody entered, with the way to the step where it belongs. */
import type { PanelProps } from "../../app";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { type Analysis, keysOf, nameOf, recordsOf } from "../told";

export function Unknown({
  app,
  act,
  unknown,
}: PanelProps & { unknown: Analysis["unknown_inputs"] }) {
  const { minutes, waits, volume } = unknown;
  if (minutes.length === 0 && waits.length === 0 && !volume) return null;
  const go = (steps: RecordId[]) => {
    act.select(steps, { reveal: true });
    act.show({ panel: "step" });
  };
  const steps = (text: string, keys: RecordId[]) => {
    const ids = recordsOf(keysOf(app), keys);
    if (ids.length === 0) return null;
    return (
      <>
        <p>{t(text)}</p>
        <ul className="unknown-steps">
          {ids.map((id) => (
            <li key={id}>
              <Button kind="link" onPress={() => go([id])}>
                {nameOf(app, id)}
              </Button>
            </li>
          ))}
        </ul>
      </>
    );
  };
  return (
    <section className="unknown">
      <h2>{t("ui-numbers-enter")}</h2>
      {volume && (
        <p>
          <Button kind="link" onPress={() => go([])}>
            {t("ui-numbers-enter-volume")}
          </Button>
        </p>
      )}
      {steps("ui-numbers-enter-minutes", minutes)}
      {steps("ui-numbers-enter-waits", waits)}
    </section>
  );
}
