/** Findings one below the other, as many as one can talk about; the arrow keys go from one to the next. */
import { useState } from "react";
import type { PanelProps } from "../../app";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import type { Finding } from "../told";
import { walkTitles } from "../walk-titles";
import { AT_ONCE, keyOf } from "./grouping";
import { FindingRow } from "./row";

export function FindingList({ app, act, findings }: PanelProps & { findings: Finding[] }) {
  const [isWhole, setWhole] = useState(false);
  if (findings.length === 0) return null;
  // One more than fits is shown, too, rather than a button that shows one.
  const shown = isWhole || findings.length <= AT_ONCE + 1 ? findings : findings.slice(0, AT_ONCE);
  const left = findings.length - shown.length;
  return (
    <>
      <ul className="finding-list" aria-label={t("ui-findings")} onKeyDown={walkTitles}>
        {shown.map((finding) => (
          <FindingRow key={keyOf(finding)} app={app} act={act} finding={finding} />
        ))}
      </ul>
      {left > 0 && (
        <div className="finding-more">
          <Button kind="plain" onPress={() => setWhole(true)}>
            {t("ui-findings-more-of-them", { n: left })}
          </Button>
        </div>
      )}
    </>
  );
}
