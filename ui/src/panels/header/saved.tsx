/** Every edit is on the disk when it is seen; this says since when. */
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { clock } from "../start/when";

export function Saved({ app }: PanelProps) {
  const { view, hello } = app;
  if (!view) return null;
  const { saved_at: at, read_only, draft } = view.project;
  if (read_only) return <span className="saved quiet">{t("ui-header-read-only")}</span>;
  if (at === undefined) return <span className="saved quiet">{t("ui-header-not-saved")}</span>;
  const time = clock(at, hello?.language ?? "ja");
  return (
    <span className="saved" title={draft ? t("ui-header-saved-draft") : view.project.file}>
      <span aria-hidden="true">✓ </span>
      {t("ui-header-saved", { time })}
    </span>
  );
}
