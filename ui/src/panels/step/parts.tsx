/** The lanes and phases of the flow looked at, each with the way to its fields. */
import type { PanelProps } from "../../app";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { lanesOf, type Numbered, phasesOf } from "../flow-records";

export function Parts({ app, act }: PanelProps) {
  const { view } = app;
  if (!view) return null;
  const choose = (id: RecordId) => act.select([id], { reveal: true });
  return (
    <>
      <PartList title={t("ui-lane-title")} parts={lanesOf(view)} choose={choose} />
      <PartList title={t("ui-phase-title")} parts={phasesOf(view)} choose={choose} />
    </>
  );
}

interface PartListProps {
  title: string;
  parts: readonly Numbered<{ name: string }>[];
  choose(id: RecordId): void;
}

function PartList({ title, parts, choose }: PartListProps) {
  if (parts.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="parts">
        {parts.map(({ id, fields }) => (
          <li key={id}>
            <Button kind="link" onPress={() => choose(id)}>
              {fields.name}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
