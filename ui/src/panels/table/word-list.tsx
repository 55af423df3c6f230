/** The words that a cell offers, below it. The keyboard stays in the cell. */
import { type RefObject, useEffect } from "react";
import { Popover } from "react-aria-components";
import { t } from "../../text";

export const WORDS = "table-words";

export function wordId(at: number): string {
  return `${WORDS}-${at}`;
}

interface WordListProps {
  anchor: RefObject<Element | null>;
  words: readonly string[];
  /** The one the keyboard stands on. */
  at: number | undefined;
  onChoose(word: string): void;
  onClose(): void;
}

export function WordList({ anchor, words, at, onChoose, onClose }: WordListProps) {
  useEffect(() => {
    if (at !== undefined) document.getElementById(wordId(at))?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return (
    <Popover
      className="pop table-words"
      triggerRef={anchor}
      placement="bottom start"
      offset={2}
      isNonModal
      isOpen={words.length > 0}
      onOpenChange={onClose}
    >
      <div role="listbox" id={WORDS} aria-label={t("ui-table-words")}>
        {words.map((word, n) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard is in the cell
          <div
            key={word}
            id={wordId(n)}
            role="option"
            tabIndex={-1}
            aria-selected={n === at}
            data-focused={n === at || undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(word)}
          >
            {word}
          </div>
        ))}
      </div>
    </Popover>
  );
}
