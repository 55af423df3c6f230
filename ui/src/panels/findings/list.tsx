/** Findings one below the other; the arrow keys go from one to the next. */
import type { PanelProps } from "../../app";
import { t } from "../../text";
import type { Finding } from "../told";
import { walkTitles } from "../walk-titles";
import { keyOf } from "./grouping";
import { FindingRow } from "./row";

export function FindingList({ app, act, findings }: PanelProps & { findings: Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="finding-list" aria-label={t("ui-findings")} onKeyDown={walkTitles}>
      {findings.map((finding) => (
        <FindingRow key={keyOf(finding)} app={app} act={act} finding={finding} />
      ))}
    </ul>
  );
}
