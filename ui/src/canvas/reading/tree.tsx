/** The picture for those who do not see it: a tree of its phases and steps, in the order in which things happen. */
import { memo } from "react";
import type { Act, App, PanelProps } from "../../app";
import type { RecordId } from "../../contract";
import { useLate } from "../../late";
import { t } from "../../text";
import { isNode } from "../../tools/graph";
import { type Line, linesOf } from "./sentence";

/** By which the picture owns it. */
export const READING = "canvas-reading";

/** By which the picture says on which of its lines the keyboard stands. */
export function lineOf(id: RecordId): string {
  return `canvas-line-${id}`;
}

/** So many lines before and after the one that is chosen are there; of most flows, all. */
const AROUND = 150;

/**
 * Follows the picture in the next moment. The keyboard belongs to the picture, which says on which line it stands: nobody tabs
 * through what is not seen.
 */
export function ReadingTree({ app, act }: PanelProps) {
  const { view, hello, selection } = useLate(app);
  if (!view) return null;
  return (
    <Lines
      name={view.painting.title}
      lines={linesOf(view, hello?.vocabularies)}
      selection={selection}
      act={act}
    />
  );
}

interface LinesProps {
  name: string;
  lines: readonly Line[];
  selection: App["selection"];
  act: Act;
}

const Lines = memo(function Lines({ name, lines, selection, act }: LinesProps) {
  const at = Math.max(
    lines.findIndex(({ id }) => id === selection.at(-1)),
    0,
  );
  const from = Math.max(at - AROUND, 0);
  const chosen = new Set(selection);
  return (
    <div id={READING} role="tree" className="only-read" aria-label={t("ui-reading", { name })}>
      {lines.slice(from, at + AROUND).map((line) => (
        <div
          key={line.key}
          id={line.key === line.id ? lineOf(line.id) : undefined}
          role="treeitem"
          tabIndex={-1}
          aria-level={line.level}
          aria-posinset={line.place}
          aria-setsize={line.of}
          aria-selected={chosen.has(line.id)}
          {...(isNode(line.id) && chosenBy(act, line.id))}
        >
          {line.text}
        </div>
      ))}
    </div>
  );
});

/** A screen reader presses what it stands on. */
function chosenBy(act: Act, id: RecordId) {
  return { onClick: () => act.select([id], { reveal: true }) };
}
