/** The list of cards: arrows choose, Alt with arrows reorders, F2 renames, Delete removes; cards can be dragged. */
import {
  type KeyboardEvent,
  memo,
  type ReactElement,
  type RefObject,
  useDeferredValue,
  useEffect,
  useRef,
  useState,
} from "react";
import {
  Collection,
  GridList,
  GridListHeader,
  GridListItem,
  GridListSection,
  ListLayout,
  type Selection,
  Virtualizer,
} from "react-aria-components";
import type { Act, App, PanelProps } from "../../app";
import type { RecordId, View } from "../../contract";
import { useLateEdits } from "../../late";
import { whenThere } from "../../list-sight";
import { t } from "../../text";
import { isNode } from "../../tools/graph";
import { isComposing } from "../../widgets/composing";
import { Empty } from "../../widgets/notice";
import { CardRow, RowContext } from "./card-row";
import { type Card, cardsOf, numbersOf, sectionsOf } from "./cards";
import { useCardDrag } from "./drag";
import { remove } from "./removal";
import { moveBy } from "./reorder";

/** So many cards are all there; of more only those in sight are. */
const ALL = 100;
/** How high a card and a heading are, until they were in sight. */
const USUAL = { estimatedRowSize: 58, estimatedHeadingSize: 36 };

/** The picture comes first: what an edit changed in the list follows in the next moment. */
export function CardList({ app, act, ...named }: PanelProps & Naming) {
  const now = useRef(app);
  now.current = app;
  const { view, selection } = useLateEdits(app);
  return view && <Cards view={view} selection={selection} act={act} now={now} {...named} />;
}

/** The card whose name is being written. */
interface Naming {
  naming: RecordId | undefined;
  setNaming(id: RecordId | undefined): void;
}

interface CardsProps extends Naming {
  view: View;
  selection: readonly RecordId[];
  act: Act;
  /** The window at this moment: a key means what is there now, not what the list still shows. */
  now: RefObject<App>;
}

const Cards = memo(function Cards({ view, selection, act, now, ...rest }: CardsProps) {
  const { naming, setNaming } = rest;
  const lateNaming = useDeferredValue(naming);
  const [layout] = useState(() => new ListLayout<object>());
  const frame = useRef<HTMLDivElement>(null);
  const drag = useCardDrag(now, act, frame);
  const chosen = selection.filter(isNode);
  const held = useRef<Selection>(undefined);
  const last = chosen.at(-1);
  useEffect(() => {
    const list = frame.current;
    // A new card is chosen before the list has it.
    if (list && last !== undefined) return whenThere(list, () => isInSight(list, layout, last));
    return undefined;
  }, [last, layout]);
  const sections = sectionsOf(view);
  // A field stays until the new name is in the list: the old one does not flash up between.
  const named = view.project.read_only ? undefined : (naming ?? lateNaming);
  if (sections.length === 0) return <Empty title={t("ui-cards-empty")} />;
  const select = (keys: Selection) => {
    held.current = keys;
    const { view: newest = view } = now.current;
    const there = chosenIn(newest, keys, chosen).filter((id) => id in newest.records);
    act.select(there, { reveal: true });
  };
  const stop = () => {
    const card = frame.current?.querySelector(`[data-card="${naming}"]`);
    // Whoever went elsewhere meanwhile stays there.
    const row = card?.contains(document.activeElement) ? card.closest("[role=row]") : undefined;
    setNaming(undefined);
    if (row instanceof HTMLElement) requestAnimationFrame(() => row.focus());
  };
  const rows = { numbers: numbersOf(view), named, stop };
  return (
    <div
      ref={frame}
      className="outline-list"
      onKeyDownCapture={(event) => {
        if (isForCards(event) && takeKey(now.current, act, event, setNaming)) {
          event.preventDefault();
          event.stopPropagation();
        }
      }}
    >
      <RowContext.Provider value={rows}>
        <Many layout={layout} n={rows.numbers.size}>
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
                <Collection items={section.cards}>{(card) => rowOf(card, act)}</Collection>
              </GridListSection>
            ))}
          </GridList>
        </Many>
      </RowContext.Provider>
    </div>
  );
});

/** Made once for each card: what changes without it, its number above all, comes to the row by its context. */
function rowOf(card: Card, act: Act) {
  return (
    <GridListItem key={card.id} id={card.id} textValue={card.name} className="step-card">
      <CardRow card={card} act={act} />
    </GridListItem>
  );
}

interface ManyProps {
  layout: ListLayout<object>;
  n: number;
  children: ReactElement;
}

/** Of a long list only what is in sight is there. */
function Many({ layout, n, children }: ManyProps) {
  if (n <= ALL) return children;
  return (
    <Virtualizer layout={layout} layoutOptions={USUAL}>
      {children}
    </Virtualizer>
  );
}

/** Brings a card into sight; false while the list does not have it. */
function isInSight(frame: Element, layout: ListLayout<object>, id: RecordId): boolean {
  const card = frame.querySelector(`[data-card="${id}"]`);
  const list = frame.querySelector("[role=grid]");
  const place = card ? undefined : layout.getLayoutInfo(id)?.rect;
  card?.scrollIntoView?.({ block: "nearest" });
  if (list && place) list.scrollTop = place.y - list.clientHeight / 2;
  return Boolean(card ?? place);
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
  { view, selection }: App,
  act: Act,
  event: KeyboardEvent,
  rename: (id: RecordId) => void,
): boolean {
  const chosen = selection.filter(isNode);
  const last = chosen.at(-1);
  if (last === undefined || !view || view.project.read_only) return false;
  if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    moveBy(act, view, last, event.key === "ArrowUp" ? -1 : 1);
    return true;
  }
  if (event.key === "F2") {
    rename(last);
    return true;
  }
  if (event.key !== "Delete" && event.key !== "Backspace") return false;
  remove(act, view, chosen);
  return true;
}
