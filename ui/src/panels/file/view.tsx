/** The dialog of the file: how it stands, then one line for each thing that can be done. */
import { useState } from "react";
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Sheet } from "../../widgets/sheet";
import { Outcome } from "../problems/outcome";
import { Deed } from "./deed";
import { Facts } from "./facts";
import { Move } from "./move";

export function FileView({ app, act }: PanelProps) {
  const { view } = app;
  if (!view) return null;
  const { read_only: isRead } = view.project;
  const openHistory = () => {
    act.closeDialog();
    act.show({ history: true });
  };
  return (
    <Sheet title={t("ui-file-title")} close={t("ui-file-close")} onClose={act.closeDialog} isWide>
      <div className="file">
        <Facts app={app} view={view} />
        <div className="file-outcome">
          <Outcome app={app} act={act} />
        </div>
        <ul className="file-deeds">
          <Move app={app} act={act} view={view} />
          <Copies act={act} />
          <Deed id="history">
            <Button onPress={openHistory}>{t("ui-file-history")}</Button>
          </Deed>
          <Deed id="backups">
            <Button onPress={() => act.openDialog("backups")}>{t("ui-file-backups")}</Button>
          </Deed>
          <Deed id="erase" isRead={isRead}>
            <Button kind="danger" isDisabled={isRead} onPress={() => act.openDialog("erase")}>
              {t("ui-file-erase")}
            </Button>
          </Deed>
        </ul>
      </div>
    </Sheet>
  );
}

/** A copy with everything, and one for others; while one is written the other waits. */
function Copies({ act }: Pick<PanelProps, "act">) {
  const [writing, setWriting] = useState<"whole" | "hand_over">();
  const save = async (kind: "whole" | "hand_over") => {
    setWriting(kind);
    await act.saveCopy(kind);
    setWriting(undefined);
  };
  return (
    <>
      <Deed id="copy">
        <Button isPending={writing !== undefined} onPress={() => void save("whole")}>
          {t("ui-file-copy")}
        </Button>
      </Deed>
      <Deed id="hand-over">
        <Button isPending={writing !== undefined} onPress={() => void save("hand_over")}>
          {t("ui-file-hand-over")}
        </Button>
      </Deed>
    </>
  );
}
