/** One file and its copies. */
import type { App } from "../../app";
import type { Asked, BackedUp, BackupCard, Language } from "../../contract";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { Badge } from "../../widgets/sign";
import { Words } from "../../widgets/words";
import { precisely } from "../start/when";
import { sizeOf } from "./size";
import { Sure } from "./sure";

interface FileProps {
  app: App;
  file: BackedUp;
  open(path: string): Promise<void>;
  clear(which: Asked<"clear_backups">): Promise<void>;
}

export function BackedUpFile({ app, file, open, clear }: FileProps) {
  const language = app.hello?.language ?? "ja";
  const { name, copies } = file;
  return (
    <section className="backup-file" aria-label={t("ui-backups-copies", { name })}>
      <h3>
        <Words text={name} />{" "}
        {file.is_open && <Badge kind="plain">{t("ui-backups-is-open")}</Badge>}
        {file.missing && <Badge kind="example">{t("ui-backups-missing")}</Badge>}
      </h3>
      <p className="quiet small">{file.file}</p>
      <ul>
        {copies.map((copy) => (
          <Copy key={copy.path} copy={copy} language={language} open={open} clear={clear} />
        ))}
      </ul>
      {copies.length > 1 && (
        <Sure
          word={t("ui-backups-remove-file")}
          ask={t("ui-backups-sure-file", { n: copies.length })}
          onSure={() => clear({ file: file.file })}
        />
      )}
    </section>
  );
}

interface CopyProps extends Pick<FileProps, "open" | "clear"> {
  copy: BackupCard;
  language: Language;
}

function Copy({ copy, language, open, clear }: CopyProps) {
  const time = precisely(copy.at, Date.now(), language);
  return (
    <li className="backup">
      <strong className="backup-when">{time}</strong>
      <span className="backup-size">{t("ui-backups-revision", { n: copy.revision })}</span>
      <span className="backup-size">{sizeOf(copy.bytes)}</span>
      <Button
        kind="link"
        aria-label={t("ui-backups-open-what", { time })}
        onPress={() => void open(copy.path)}
      >
        {t("ui-backups-open")}
      </Button>
      <Sure
        word={t("ui-backups-remove")}
        what={t("ui-backups-remove-what", { time })}
        ask={t("ui-backups-sure-copy")}
        onSure={() => clear({ copy: copy.path })}
      />
    </li>
  );
}
