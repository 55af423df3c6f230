/** Who does every step of a list, where no column of it says so. */
import type { App } from "../../app";
import { t } from "../../text";
import { NameField } from "../../widgets/name-field";
import { lanesOf } from "../flow-records";

interface LaneProps {
  app: App;
  /** Who it is by now: as chosen, else as guessed. */
  lane: string;
  onHandTo(name: string): void;
}

export function Lane({ app, lane, onHandTo }: LaneProps) {
  const lanes = app.view ? lanesOf(app.view).map(({ fields }) => fields.name) : [];
  return (
    <div className="listing-lane">
      <NameField
        label={t("ui-list-lane")}
        value={lane}
        suggestions={lanes}
        hint={t("ui-list-lane-hint")}
        onCommit={onHandTo}
      />
    </div>
  );
}
