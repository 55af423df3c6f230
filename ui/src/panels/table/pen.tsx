/** The field that lies over the cell one is in. It always has the keyboard, so that also the first letter is written there. */
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { t } from "../../text";
import { isComposing } from "../../widgets/composing";
import { headOf, type TableColumn } from "./columns";
import { copy, cut, paste } from "./copying";
import { carryOut, type Page } from "./deeds";
import { deedOf } from "./grid-keys";
import { canWrite, cellAt, type Hand, textAt, wrongAt } from "./hand";
import { cellId } from "./row";
import { completed, offered, wordsFor } from "./suggest";
import { WORDS, WordList, wordId } from "./word-list";
import { leave } from "./writing";
import { NOTE } from "./wrong";

export const GRID = "table-grid";

interface PenProps {
  hand: Hand;
  page: Page;
  pen: RefObject<HTMLTextAreaElement | null>;
  /** Where the cell lies. */
  place: { left: number; width: number; height: number; isFrozen: boolean };
  /** Whether the row of the cell is among those that are there. */
  isInSight: boolean;
  isWrong: boolean;
}

export function Pen({ hand, page, pen, place, isInSight, isWrong }: PenProps) {
  const { line, column } = cellAt(hand.shown());
  const { edit } = hand.state();
  const words = useWords(hand, column);
  useClipboard(hand, pen);
  // What is being written when one goes to another form is written as well.
  useEffect(() => () => leave(hand), [hand]);
  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event)) return;
    if (words.take(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const deed = deedOf(event, edit?.mode ?? (wrongAt(hand.shown()) ? "refused" : "ready"));
    if (!deed) return;
    event.stopPropagation();
    if (deed.do === "own") return;
    event.preventDefault();
    carryOut(hand, deed, page);
  };
  const written = (text: string) => {
    if (!edit && !canWrite(hand)) return;
    hand.change({ edit: { text, mode: edit?.mode ?? "typing" } });
    words.typed();
  };
  const active = line === undefined || !isInSight ? undefined : cellId(line.key, column);
  const listed = words.at === undefined ? undefined : wordId(words.at);
  return (
    <>
      <textarea
        ref={pen}
        data-first
        rows={1}
        className="table-pen"
        data-mode={edit?.mode ?? "ready"}
        data-frozen={place.isFrozen || undefined}
        data-number={column.isNumber}
        style={{ left: place.left, minWidth: place.width, minHeight: place.height }}
        value={edit?.text ?? ""}
        aria-label={nameOf(hand)}
        aria-controls={listed ? WORDS : GRID}
        aria-activedescendant={listed ?? (edit ? undefined : active)}
        aria-autocomplete={words.all.length > 0 ? "list" : "none"}
        aria-invalid={isWrong}
        aria-describedby={isWrong && !edit ? NOTE : undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => written(event.target.value)}
        onKeyDown={pressed}
        onBlur={() => {
          // Whoever looks at another window comes back to what was being written.
          if (document.hasFocus()) leave(hand);
        }}
      />
      <WordList
        anchor={pen}
        words={words.all}
        at={words.at}
        onChoose={(word) => {
          words.choose(word);
          pen.current?.focus();
        }}
        onClose={words.close}
      />
    </>
  );
}

/** Which cell is written in, for who listens. */
function nameOf(hand: Hand): string {
  const { line, column } = cellAt(hand.shown());
  const name = line ? textAt(line, "name") : "";
  return t("ui-table-cell", { column: headOf(column), name: name || t("ui-table-new-row") });
}

/** The words that the cell offers, and which of them one stands on. */
function useWords(hand: Hand, column: TableColumn) {
  const { edit } = hand.state();
  const [at, setAt] = useState<number>();
  const [isClosed, setIsClosed] = useState(false);
  const [first, setFirst] = useState<string>();
  // Whoever opens a cell that has something in it sees all words that could stand there.
  const isAsItWas = edit?.mode === "inside" && (first ?? edit.text) === edit.text;
  const all =
    edit && !isClosed
      ? offered(wordsFor(hand.app(), column), column, edit.text, isAsItWas ? "all" : "fitting")
      : [];
  useEffect(() => {
    if (edit) return;
    setAt(undefined);
    setIsClosed(false);
    setFirst(undefined);
  }, [edit]);
  const choose = (word: string) => {
    if (!edit) return;
    hand.change({ edit: { ...edit, text: completed(column, edit.text, word) } });
    setAt(undefined);
    setIsClosed(true);
  };
  const take = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.altKey || event.metaKey) return false;
    const next = stepped(at, event.key, all.length);
    if (next !== undefined) setAt(next);
    // The chosen word stands in the cell before Enter or Tab leaves it.
    const word = at === undefined || next !== undefined ? undefined : all[at];
    if (word !== undefined && (event.key === "Enter" || event.key === "Tab")) choose(word);
    return next !== undefined;
  };
  const typed = () => {
    setFirst((had) => had ?? edit?.text ?? "");
    setAt(undefined);
    setIsClosed(false);
  };
  return {
    all,
    at: at !== undefined && at < all.length ? at : undefined,
    take,
    choose,
    typed,
    close: () => setIsClosed(true),
  };
}

/** The word that an arrow leads to; nothing where the key is for something else. */
function stepped(at: number | undefined, key: string, n: number): number | undefined {
  if (n === 0) return undefined;
  if (key === "ArrowDown") return at === undefined ? 0 : (at + 1) % n;
  return key === "ArrowUp" && at !== undefined ? (at + n - 1) % n : undefined;
}

/** The clipboard's own events; what is being written keeps them for itself. */
function useClipboard(hand: Hand, pen: RefObject<HTMLTextAreaElement | null>) {
  const latest = useRef(hand);
  latest.current = hand;
  useEffect(() => {
    const field = pen.current;
    if (!field) return;
    const deeds = { copy, cut, paste };
    const hear = (event: ClipboardEvent) => {
      if (latest.current.state().edit) return;
      deeds[event.type as keyof typeof deeds](latest.current, event);
    };
    // Without these, some say nothing where no text is chosen.
    const before = (event: Event) => {
      if (!latest.current.state().edit) event.preventDefault();
    };
    const befores = ["beforecopy", "beforecut", "beforepaste"];
    for (const type of befores) field.addEventListener(type, before);
    for (const type of ["copy", "cut", "paste"] as const) field.addEventListener(type, hear);
    return () => {
      for (const type of befores) field.removeEventListener(type, before);
      for (const type of ["copy", "cut", "paste"] as const) field.removeEventListener(type, hear);
    };
  }, [pen]);
}
