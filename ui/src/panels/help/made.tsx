/** What Kaizu is, its version, and whose work is in it. */
import notices from "../../../../docs/notices.md?raw";
import type { App } from "../../app";
import { t } from "../../text";
import { tableIn } from "./notices";

export function Made({ app }: { app: App }) {
  const { fonts, libraries } = tableIn(notices);
  return (
    <div className="made">
      <p>{t("ui-help-about-what")}</p>
      <p>{t("ui-help-version", { version: app.hello?.version ?? "" })}</p>
      <h3>{t("ui-help-notices")}</h3>
      <Table caption={t("ui-help-fonts")} rows={fonts} />
      <Table caption={t("ui-help-libraries")} rows={libraries} />
    </div>
  );
}

function Table({ caption, rows }: { caption: string; rows: string[][] }) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("ui-help-library")}</th>
          <th scope="col">{t("ui-help-library-version")}</th>
          <th scope="col">{t("ui-help-licence")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = "", version = "", licence = ""]) => (
          <tr key={`${name} ${version}`}>
            <td>{name}</td>
            <td>{version}</td>
            <td>{licence}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
