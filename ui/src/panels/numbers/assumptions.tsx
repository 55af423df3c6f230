/** What the figures of the whole project are worked out with: hours, prices, and what counts how much. */
import type { PanelProps } from "../../app";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Fold } from "../fold";
import { NumberAttribute } from "../step/attribute-fields";

/** Each with what one of what is shown makes: a percent is 0.01. */
const GROUPS: readonly {
  text: string;
  fields: readonly { attribute: string; scale?: number }[];
}[] = [
  {
    text: "ui-assumptions-time",
    fields: [{ attribute: "hours_per_day" }, { attribute: "hours_per_year" }],
  },
  {
    text: "ui-assumptions-prices",
    fields: [
      { attribute: "yen_per_hour" },
      { attribute: "yen_per_sheet" },
      { attribute: "yen_per_letter" },
      { attribute: "yen_per_resident_hour" },
    ],
  },
  {
    text: "ui-assumptions-weights",
    fields: [
      { attribute: "weight_of_staff", scale: 0.01 },
      { attribute: "weight_of_residents", scale: 0.01 },
      { attribute: "weight_of_lead", scale: 0.01 },
      { attribute: "weight_of_voices", scale: 0.01 },
    ],
  },
];

export function Assumptions({ app, act }: PanelProps) {
  const records = app.view?.records ?? {};
  const id = Object.keys(records).find((id) => "project" in (records[id] ?? {}));
  return (
    <Fold title={t("ui-assumptions")} level={2}>
      <p className="small quiet">{t("ui-assumptions-why")}</p>
      {id === undefined ? <Begin app={app} act={act} /> : <Fields app={app} act={act} id={id} />}
    </Fold>
  );
}

/** A project that says nothing of itself yet goes by what is usual. */
function Begin({ app, act }: PanelProps) {
  const begin = () =>
    void act.send((ids) => ({
      type: "many",
      title: t("ui-assumptions-begin"),
      commands: [{ type: "create", id: `project/${ids()}`, record: { project: { name: "" } } }],
    }));
  return (
    <Button kind="plain" isDisabled={app.view?.project.read_only ?? true} onPress={begin}>
      {t("ui-assumptions-begin")}
    </Button>
  );
}

function Fields({ app, act, id }: PanelProps & { id: RecordId }) {
  return (
    <>
      {GROUPS.map(({ text, fields }) => (
        <section className="fields" key={text}>
          <h3>{t(text)}</h3>
          {fields.map(({ attribute, scale }) => {
            const key = `ui-assumptions-${attribute.replaceAll("_", "-")}`;
            return (
              <NumberAttribute
                key={attribute}
                app={app}
                act={act}
                ids={[id]}
                attribute={attribute}
                label={t(key)}
                hint={t(`${key}-usual`)}
                {...(scale === undefined ? {} : { scale, max: 100 })}
              />
            );
          })}
        </section>
      ))}
    </>
  );
}
