/** How large a file is, as people say it: never nothing, and no more digits than one cares for. */
import { t } from "../../text";

const KB = 1024;

export function sizeOf(bytes: number): string {
  if (bytes < KB * KB) return t("ui-backups-size-kb", { n: Math.max(1, Math.round(bytes / KB)) });
  return t("ui-backups-size-mb", { n: Math.round(bytes / KB / KB / 0.1) / 10 });
}
