/** The dialog of the backups: file by file, the latest copy first; what is deleted is asked about in place. */
import { useEffect, useState } from "react";
import type { Act, PanelProps } from "../../app";
import type { Asked, Backups } from "../../contract";
import { t } from "../../text";
import { Empty } from "../../widgets/notice";
import { Sheet } from "../../widgets/sheet";
import { problemHere } from "../problems/here";
import { Outcome } from "../problems/outcome";
import { BackedUpFile } from "./file";
import { Sure } from "./sure";

export function BackupsView({ app, act }: PanelProps) {
  const { backups, clear } = useBackups(act);
  const open = async (path: string) => {
    if (await act.ask("open_backup", { path })) act.closeDialog();
  };
  const files = backups?.files ?? [];
  const all = files.reduce((sum, file) => sum + file.copies.length, 0);
  return (
    <Sheet
      title={t("ui-backups-title")}
      close={t("ui-file-close")}
      onClose={act.closeDialog}
      isWide
    >
      <div className="backups">
        <Outcome app={app} act={act} />
        {!backups && !problemHere(app) && <p role="status">{t("ui-backups-loading")}</p>}
        {backups && all === 0 && (
          <Empty title={t("ui-backups-empty")}>
            <p>{t("ui-backups-empty-what")}</p>
          </Empty>
        )}
        {all > 0 && (
          <>
            <p className="quiet">{t("ui-backups-why")}</p>
            {files.map((file) => (
              <BackedUpFile key={file.file} app={app} file={file} open={open} clear={clear} />
            ))}
            {files.length > 1 && (
              <Sure
                word={t("ui-backups-remove-all")}
                ask={t("ui-backups-sure-all", { n: all })}
                onSure={() => clear({})}
              />
            )}
          </>
        )}
      </div>
    </Sheet>
  );
}

function useBackups(act: Act) {
  const [backups, setBackups] = useState<Backups>();
  useEffect(() => {
    void act.ask("backups", {}).then((answer) => answer && setBackups(answer));
  }, [act]);
  const clear = async (which: Asked<"clear_backups">) => {
    const left = await act.ask("clear_backups", which);
    if (left) setBackups(left);
  };
  return { backups, clear };
}
