/** Findings one below the other; the arrow keys go from one to the next. */
import type { KeyboardEvent } from "react";
import type { PanelProps } from "../../app";
import { t } from "../../text";
import type { Finding } from "../told";
import { keyOf } from "./grouping";
import { FindingRow } from "./row";

export function FindingList({ app, act, findings }: PanelProps & { findings: Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="finding-list" aria-label={t("ui-findings")} onKeyDown={walk}>
      {findings.map((finding) => (
        <FindingRow key={keyOf(finding)} app={app} act={act} finding={finding} />
      ))}
    </ul>
  );
}

/** Up and down move between titles; in a text field they belong to the field. */
function walk(event: KeyboardEvent<HTMLUListElement>) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const isTyping = event.target instanceof HTMLElement && event.target.matches("input, textarea");
  if (step === 0 || isTyping || event.nativeEvent.isComposing) return;
  const titles = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-title]")];
  const rows = titles.map((title) => title.closest("li"));
  const here = rows.indexOf(
    event.target instanceof HTMLElement ? event.target.closest("li") : null,
  );
  const next = titles[here + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
