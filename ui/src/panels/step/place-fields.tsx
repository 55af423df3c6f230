/** Where a step stands: who does it, and in which phase; several steps move together. */
import { useState } from "react";
import type { PanelProps } from "../../app";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { numberOf } from "../../tools/graph";
import { Choice } from "../../widgets/choice";
import { NameField } from "../../widgets/name-field";
import { lanesOf, phasesOf } from "../flow-records";
import { common, sendAll, sendWithNew, setAttribute, UNKNOWN, useRefusal } from "./attribute";

interface PlaceProps extends PanelProps {
  ids: readonly RecordId[];
}

const NEW = "new";
const GAP = 65536;

export function LaneField({ app, act, ids }: PlaceProps) {
  const refusal = useRefusal(app);
  if (!app.view) return null;
  const { value, isMixed } = common(app.view, ids, "lane");
  return (
    <Choice
      label={t("ui-step-lane")}
      value={isMixed ? undefined : `lane/${String(value)}`}
      placeholder={t("ui-step-several-mixed")}
      options={lanesOf(app.view).map(({ id, fields }) => ({ value: id, word: fields.name }))}
      {...(refusal.wrong === undefined ? {} : { wrong: refusal.wrong })}
      onChange={(lane) => {
        const move = (node: RecordId) =>
          ({ type: "move_step", node, lane: numberOf(lane) }) as const;
        void refusal.watch(sendAll(act, ids, move));
      }}
    />
  );
}

export function PhaseField({ app, act, ids }: PlaceProps) {
  const [isNaming, setIsNaming] = useState(false);
  if (!app.view) return null;
  const { value, isMixed } = common(app.view, ids, "phase");
  const shown = value === undefined ? UNKNOWN : `phase/${String(value)}`;
  if (isNaming) return <NewPhase app={app} act={act} ids={ids} stop={() => setIsNaming(false)} />;
  return (
    <Choice
      label={t("ui-step-phase")}
      value={isMixed ? undefined : shown}
      placeholder={t("ui-step-several-mixed")}
      options={[
        { value: UNKNOWN, word: t("ui-step-phase-none") },
        ...phasesOf(app.view).map(({ id, fields }) => ({ value: id, word: fields.name })),
        { value: NEW, word: t("ui-step-phase-new") },
      ]}
      onChange={(phase) => {
        if (phase === NEW) return setIsNaming(true);
        void setAttribute(act, ids, "phase", phase === UNKNOWN ? null : numberOf(phase));
      }}
    />
  );
}

function NewPhase({ app, act, ids, stop }: PlaceProps & { stop(): void }) {
  const create = async (name: string) => {
    const { view } = app;
    if (!view || name.trim() === "") return stop();
    const rank = (phasesOf(view).at(-1)?.fields.rank ?? 0) + GAP;
    const phase = { flow: numberOf(view.flow), rank, name: name.trim() };
    await sendWithNew(act, t("ui-step-phase-new"), (next) => {
      const number = next();
      return [
        { type: "create", id: `phase/${number}`, record: { phase } },
        ...ids.map((id) => {
          return { type: "set_attribute", id, attribute: "phase", value: number } as const;
        }),
      ];
    });
    stop();
  };
  return (
    <NameField
      label={t("ui-step-phase-new")}
      value=""
      autoFocus
      onCommit={create}
      onCancel={stop}
      onLeave={stop}
    />
  );
}
