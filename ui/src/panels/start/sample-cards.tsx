/** The examples, each marked as one: opening it makes a copy to work on. */
import { Button } from "react-aria-components";
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Badge } from "../../widgets/sign";
import { Words } from "../../widgets/words";

export function SampleCards({ app, act }: PanelProps) {
  return (
    <section>
      <h2>
        {t("ui-start-samples")} <small>{t("ui-start-samples-note")}</small>
      </h2>
      <ul className="samples">
        {(app.start?.samples ?? []).map((sample) => (
          <li key={sample.id}>
            <Button className="sample" onPress={() => void act.openSample(sample.id)}>
              <span className="sample-head">
                <Words className="sample-name" text={sample.name} />
                <Badge kind="example">{t("ui-illustrative")}</Badge>
              </span>
              <Words className="sample-about" text={sample.about} />
              <span className="sample-size">
                {t("ui-start-sample-size", { steps: sample.steps, lanes: sample.lanes })}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
