/** The list of cards: arrows choose, Alt with arrows reorders, F2 renames, Delete removes; cards can be dragged. */
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import {
  Collection,
  GridList,
  GridListHeader,
  GridListItem,
  GridListSection,
  type Selection,
} from "react-aria-components";
import type { PanelProps } from "../../app";
import type { RecordId, View } from "../../contract";
import { t } from "../../text";
import { isNode, nameOf } from "../../tools/graph";
import { isComposing } from "../../widgets/composing";
import { Empty } from "../../widgets/notice";
import { CardRow } from "./card-row";
import { type Card, cardsOf, sectionsOf } from "./cards";
import { useCardDrag } from "./drag";
import { leftAfter, removal } from "./removal";
import { movedBy } from "./reorder";

export function CardList({ app, act }: PanelProps) {
  const [naming, setNaming] = useState<RecordId>();
  const frame = useRef<HTMLDivElement>(null);
  const drag = useCardDrag(app, act, frame);
  const chosen = app.selection.filter(isNode);
  const held = useRef<Selection>(undefined);
  const last = chosen.at(-1);
  useEffect(() => {
    const card = frame.current?.querySelector(`[data-card="${last}"]`);
    card?.scrollIntoView?.({ block: "nearest" });
  }, [last]);
  const { view } = app;
  if (!view) return null;
  const sections = sectionsOf(view);
  const named = view.project.read_only ? undefined : naming;
  if (sections.length === 0) return <Empty title={t("ui-cards-empty")} />;
  const select = (keys: Selection) => {
    held.current = keys;
    act.select(chosenIn(view, keys, chosen), { reveal: true });
  };
  const stop = () => {
    const card = frame.current?.querySelector(`[data-card="${naming}"]`);
    // Whoever went elsewhere meanwhile stays there.
    const row = card?.contains(document.activeElement) ? card.closest("[role=row]") : undefined;
    setNaming(undefined);
    if (row instanceof HTMLElement) requestAnimationFrame(() => row.focus());
  };
  const row = (card: Card) => (
    <GridListItem key={card.id} id={card.id} textValue={card.name} className="step-card">
      <CardRow card={card} act={act} isNaming={named === card.id} stop={stop} />
    </GridListItem>
  );
  return (
    <div
      ref={frame}
      className="outline-list"
      onKeyDownCapture={(event) => {
        if (isForCards(event) && takeKey({ app, act }, view, last, event, setNaming)) {
          event.preventDefault();
          event.stopPropagation();
        }
      }}
    >
      <GridList
        aria-label={t("ui-cards")}
        className="cards"
        selectionMode="multiple"
        selectionBehavior="replace"
        keyboardNavigationBehavior="tab"
        selectedKeys={keysOf(chosen, held.current)}
        onSelectionChange={select}
        dragAndDropHooks={drag}
      >
        {sections.map((section) => (
          <GridListSection key={section.key} id={section.key}>
            <GridListHeader className={section.name ? "cards-phase" : "only-read"}>
              {section.name ?? t("ui-cards-others")}
            </GridListHeader>
            <Collection items={section.cards} dependencies={[named]}>
              {row}
            </Collection>
          </GridListSection>
        ))}
      </GridList>
    </div>
  );
}

/** The list's own keys while they are still what is chosen: they know from where Shift goes on. */
function keysOf(chosen: readonly RecordId[], held: Selection | undefined): Selection {
  const isSame =
    held !== undefined &&
    held !== "all" &&
    held.size === chosen.length &&
    chosen.every((id) => held.has(id));
  return isSame ? held : new Set(chosen);
}

/** In the order in which they were chosen: the newest is the one panels tell about. */
function chosenIn(view: View, keys: Selection, before: readonly RecordId[]): RecordId[] {
  const all = keys === "all" ? cardsOf(view).map((card) => card.id) : [...keys].map(String);
  const kept = before.filter((id) => all.includes(id));
  return [...kept, ...all.filter((id) => !kept.includes(id))];
}

/** Keys typed into a field belong to it. */
function isForCards(event: KeyboardEvent): boolean {
  return !isComposing(event) && !(event.target instanceof HTMLInputElement);
}

/** True where the key meant something here. */
function takeKey(
  { app, act }: PanelProps,
  view: View,
  last: RecordId | undefined,
  event: KeyboardEvent,
  rename: (id: RecordId) => void,
): boolean {
  if (last === undefined || view.project.read_only) return false;
  if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    const moved = movedBy(view, last, event.key === "ArrowUp" ? -1 : 1);
    if (moved) void act.send(moved(t("ui-tool-moved", { name: nameOf(view, last) })));
    return true;
  }
  if (event.key === "F2") {
    rename(last);
    return true;
  }
  if (event.key !== "Delete" && event.key !== "Backspace") return false;
  remove({ app, act }, view);
  return true;
}

function remove({ app, act }: PanelProps, view: View) {
  const gone = app.selection.filter(isNode);
  const command = removal(view, gone);
  if (!command) return;
  const next = leftAfter(view, gone);
  void act
    .send(() => command)
    .then((done) => {
      if (done && next) act.select([next], { reveal: true });
    });
}
