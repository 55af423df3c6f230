/** What can follow a step besides the next one: ways that part, or that go on at once. */
import type { PanelProps } from "../../app";
import type { RecordId } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { nodeAt } from "../flow-records";
import { parted } from "../parted";

export function AfterFields({ app, act, id }: PanelProps & { id: RecordId }) {
  const { view } = app;
  const node = view && nodeAt(view, id);
  if (!node) return null;
  const part = async (kind: "branch" | "fork") => {
    let made: RecordId | undefined;
    const done = await act.send((ids) => {
      const { lane } = node.fields;
      const { gateway, command } = parted(view, { after: id, lane, name: "", kind }, ids);
      made = gateway;
      return command;
    });
    if (done && made) act.select([made], { reveal: true });
  };
  return (
    <div className="group-fields" role="group" aria-label={t("ui-step-after")}>
      <h3>{t("ui-step-after")}</h3>
      <div className="pair">
        <Button onPress={() => void part("branch")}>{t("ui-step-after-branch")}</Button>
        <Button onPress={() => void part("fork")}>{t("ui-step-after-fork")}</Button>
      </div>
    </div>
  );
}
