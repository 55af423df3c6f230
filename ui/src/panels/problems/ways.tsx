/** Buttons for the ways out of a problem. */
import type { Act, PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import type { WayOut } from "./ways-out";
import "./problems.css";

interface WaysProps extends PanelProps {
  ways: readonly WayOut[];
  /** The file that is damaged. */
  file: string | undefined;
}

export function Ways({ act, ways, file }: WaysProps) {
  if (ways.length === 0) return null;
  return (
    <div className="ways">
      {ways.map((way) => (
        <Button key={way} onPress={() => void take(way, act, file)}>
          {t(`ui-action-${way}`)}
        </Button>
      ))}
    </div>
  );
}

async function take(way: WayOut, act: Act, file: string | undefined): Promise<void> {
  act.dismissProblem();
  if (way === "copy") return act.saveCopy("whole");
  if (way === "backups") return act.openDialog("backups");
  const view = await opened(way, act, file);
  if (!view) return;
  act.closeDialog();
  const { reading } = view.project;
  if (way === "edit-copy") act.tell({ title: t("ui-action-copied"), lines: [view.project.path] });
  if (way === "reopen" && reading === "held") {
    act.tell({ title: t("ui-action-still-held"), lines: [] });
  }
}

/** What opens another project, or the same one for writing. */
function opened(way: WayOut, act: Act, file: string | undefined) {
  if (way === "reopen") return act.ask("reopen", {});
  if (way === "edit-copy") return act.ask("edit_copy", {});
  return file === undefined ? undefined : act.ask("salvage", { path: file });
}
