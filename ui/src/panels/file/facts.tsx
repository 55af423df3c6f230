/** Where the file lies, when it was saved and read back, who has it open. */
import type { App } from "../../app";
import type { Language, View } from "../../contract";
import { t } from "../../text";
import { exactly, moment } from "../start/when";

interface FactsProps {
  app: App;
  view: View;
}

export function Facts({ app, view }: FactsProps) {
  const { path, draft, saved_at, verified_at, held_by: holder } = view.project;
  const language = app.hello?.language ?? "ja";
  return (
    <dl className="file-facts">
      <dt>{t("ui-file-place")}</dt>
      <dd>
        <span className="file-path">{path}</span>
        {draft && <span className="quiet file-more">{t("ui-file-draft")}</span>}
      </dd>
      <dt>{t("ui-file-saved")}</dt>
      <dd>{told(saved_at, language)}</dd>
      <dt>{t("ui-file-verified")}</dt>
      <dd>
        {told(verified_at, language)}
        <span className="quiet file-more">{t("ui-file-verified-what")}</span>
      </dd>
      {holder && (
        <>
          <dt>{t("ui-file-holder")}</dt>
          <dd>
            {t("ui-file-holder-who", {
              user: holder.user,
              host: holder.host,
              time: moment(holder.since, Date.now(), language),
            })}
          </dd>
        </>
      )}
    </dl>
  );
}

/** The day, and the time to the second. */
function told(at: number | undefined, language: Language): string {
  if (at === undefined) return t("ui-file-none");
  return moment(at, Date.now(), language).replace(/\d\d:\d\d$/, exactly(at, language));
}
