/** How digital the staff's time is: shares in words and numbers, with a bar that shows them. */
import { t } from "../../text";
import { short } from "../number";
import type { Metrics } from "../told";
import { stages } from "./rows";

export function Stages({ metrics }: { metrics: Metrics }) {
  const all = stages(metrics);
  if (all.length === 0) return null;
  return (
    <section className="stages">
      <h2>{t("ui-numbers-stages")}</h2>
      <div className="stages-bar" aria-hidden="true">
        {all.map(({ text, percent }) => (
          <span key={text} className={text} style={{ flexGrow: percent }} />
        ))}
      </div>
      <ul>
        {all.map(({ text, percent }) => (
          <li key={text}>
            <span className={`stages-key ${text}`} aria-hidden="true" />
            {t(text)} <b>{short(percent)}</b>
            <span className="unit">%</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
