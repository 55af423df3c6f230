/** What can be said of an arrow, a branch, an end, a lane, a phase, and of the process as a whole. */
import type { PanelProps } from "../../app";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { nameOf, numberOf } from "../../tools/graph";
import { Button } from "../../widgets/button";
import { edgesOf, nodesOf } from "../flow-records";
import { common } from "./attribute";
import { NumberAttribute, RenameField, TextAttribute, WordAttribute } from "./attribute-fields";
import { LaneField, PhaseField } from "./place-fields";
import { ofLanes } from "./used-words";

type Props = PanelProps & { id: RecordId };

export function EdgeFields({ app, act, id }: Props) {
  const of = { app, act, ids: [id] };
  const edge = app.view && edgesOf(app.view).find((it) => it.id === id)?.fields;
  if (!app.view || !edge) return null;
  const [from, to] = [nameOf(app.view, edge.from), nameOf(app.view, edge.to)];
  return (
    <div className="fields">
      <div className="group-fields">
        <h2>{t("ui-edge-title")}</h2>
        <p>{t("ui-edge-from", { from, to })}</p>
        <TextAttribute {...of} attribute="condition" label={t("ui-edge-condition")} />
        <NumberAttribute
          {...of}
          attribute="share"
          label={t("ui-edge-share")}
          scale={0.01}
          max={100}
        />
        <WordAttribute
          {...of}
          attribute="transfer"
          label={t("ui-edge-transfer")}
          vocabulary="transfer"
        />
        <WordAttribute
          {...of}
          attribute="nature"
          label={t("ui-edge-nature")}
          vocabulary="edge_nature"
          none={t("ui-edge-nature-usual")}
        />
        {common(app.view, [id], "nature").value === "return" && (
          <WordAttribute
            {...of}
            attribute="repeat"
            label={t("ui-edge-repeat")}
            vocabulary="repeat"
          />
        )}
        <div>
          <Button kind="danger" onPress={() => void act.send(() => ({ type: "remove", id }))}>
            {t("ui-edge-remove")}
          </Button>
        </div>
      </div>
    </div>
  );
}

export function GatewayFields({ app, act, id }: Props) {
  const of = { app, act, ids: [id] };
  const ways = app.view ? edgesOf(app.view).filter((edge) => edge.fields.from === id) : [];
  return (
    <div className="fields">
      <div className="group-fields">
        <h2>{t("ui-gateway-title")}</h2>
        <RenameField {...of} label={t("ui-gateway-name")} />
        <WordAttribute
          {...of}
          attribute="kind"
          isAlwaysKnown
          label={t("ui-gateway-kind")}
          vocabulary="gateway_kind"
        />
        <LaneField {...of} />
        <PhaseField {...of} />
        {ways.length > 0 && <h3>{t("ui-gateway-ways")}</h3>}
        {ways.length < 2 && <p className="field-hint">{t("ui-gateway-ways-hint")}</p>}
        {ways.map((way) => (
          <div key={way.id} className="way">
            <p>→ {app.view && nameOf(app.view, way.fields.to)}</p>
            <div className="pair">
              <TextAttribute
                {...of}
                ids={[way.id]}
                attribute="condition"
                label={t("ui-edge-condition")}
              />
              <NumberAttribute
                {...of}
                ids={[way.id]}
                attribute="share"
                label={t("ui-edge-share")}
                scale={0.01}
                max={100}
              />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

export function EventFields({ app, act, id }: Props) {
  const of = { app, act, ids: [id] };
  return (
    <div className="fields">
      <div className="group-fields">
        <h2>{t("ui-event-title")}</h2>
        <RenameField {...of} label={t("ui-event-name")} />
        <WordAttribute
          {...of}
          attribute="kind"
          isAlwaysKnown
          label={t("ui-event-kind")}
          vocabulary="event_kind"
        />
        <LaneField {...of} />
        <PhaseField {...of} />
      </div>
    </div>
  );
}

export function LaneFields({ app, act, id }: Props) {
  const of = { app, act, ids: [id] };
  const nodes = app.view ? nodesOf(app.view) : [];
  const n = nodes.filter((it) => it.is === "step" && it.fields.lane === numberOf(id)).length;
  return (
    <div className="fields">
      <div className="group-fields">
        <h2>{t("ui-lane-title")}</h2>
        <RenameField {...of} label={t("ui-lane-name")} />
        <WordAttribute
          {...of}
          attribute="kind"
          isAlwaysKnown
          label={t("ui-lane-kind")}
          vocabulary="lane_kind"
        />
        <NumberAttribute {...of} attribute="headcount" label={t("ui-lane-headcount")} />
        <TextAttribute
          {...of}
          attribute="section"
          label={t("ui-lane-section")}
          suggestions={ofLanes(app.view, "section")}
        />
        <TextAttribute
          {...of}
          attribute="location"
          label={t("ui-lane-location")}
          suggestions={ofLanes(app.view, "location")}
        />
        <p className="quiet">{t("ui-lane-steps", { n })}</p>
      </div>
    </div>
  );
}

export function PhaseFields({ app, act, id }: Props) {
  return (
    <div className="fields">
      <div className="group-fields">
        <h2>{t("ui-phase-title")}</h2>
        <RenameField app={app} act={act} ids={[id]} label={t("ui-phase-name")} />
      </div>
    </div>
  );
}
