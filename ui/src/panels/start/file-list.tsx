/** The files of the folder that was given, where there is no dialog to choose one. */
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { FILES } from "./files";

export function FileList({ app, act }: PanelProps) {
  if (app.hello?.files !== "list") return null;
  const files = app.start?.files ?? [];
  return (
    <section id={FILES}>
      <h2>{t("ui-start-files")}</h2>
      {files.length === 0 ? (
        <p className="start-empty">{t("ui-start-files-none")}</p>
      ) : (
        <ul className="files">
          {files.map((file) => (
            <li key={file.path}>
              <Button kind="link" onPress={() => void act.open(file.path)}>
                {file.name}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
