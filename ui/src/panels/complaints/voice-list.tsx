/** All voices of the flow: in the order of the work, by whose they are, or by how many said so. */
import { type RefObject, useEffect, useRef, useState } from "react";
import { Input, TextField } from "react-aria-components";
import type { App, PanelProps } from "../../app";
import type { RecordId, View } from "../../contract";
import { t } from "../../text";
import { isNode, nameOf } from "../../tools/graph";
import { Switch } from "../../widgets/choice";
import { Empty } from "../../widgets/notice";
import { Tick } from "../../widgets/tick";
import { complaintsOf } from "../flow-records";
import { wordsOf } from "../step/attribute";
import { walkTitles } from "../walk-titles";
import { type Group, grouped, ORDERS, type Order, peopleOf, type Wish } from "./order";
import { VoiceRow } from "./voice-row";

interface VoiceListProps extends PanelProps {
  view: View;
}

export function VoiceList({ app, act, view }: VoiceListProps) {
  const [wish, setWish] = useState<Wish>({ order: "step", typed: "" });
  const [isNarrow, setIsNarrow] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const steps = app.selection.filter(isNode);
  useFollowing(list, app.selection);
  const groups = grouped(view, isNarrow && steps.length > 0 ? { ...wish, steps } : wish);
  const ids = new Set(groups.flatMap(({ voices }) => voices.map(({ id }) => id)));
  const all = complaintsOf(view);
  return (
    <>
      <div className="voices-tools">
        <Find wish={wish} setWish={setWish} />
        <div className="voices-narrow">
          <Tick word={t("ui-voices-narrow")} value={isNarrow} onChange={setIsNarrow} />
          <p className="quiet small" role="status">
            {ids.size < all.length && t("ui-voices-shown", { n: ids.size, all: all.length })}
          </p>
        </div>
      </div>
      {groups.length === 0 && <Empty title={t(emptyOf(wish))} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows go between the buttons within */}
      <div ref={list} onKeyDown={walkTitles}>
        {groups.map((group) => (
          <section key={group.key}>
            <Heading app={app} view={view} group={group} order={wish.order} />
            <ul className="voices-list">
              {group.voices.map((voice) => (
                <VoiceRow key={voice.id} app={app} act={act} view={view} voice={voice} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function emptyOf({ typed }: Wish): string {
  return typed.trim() === "" ? "ui-voices-empty-selected" : "ui-voices-empty-found";
}

interface FindProps {
  wish: Wish;
  setWish(wish: Wish): void;
}

function Find({ wish, setWish }: FindProps) {
  return (
    <>
      <Switch<Order>
        label={t("ui-voices-order")}
        value={wish.order}
        options={ORDERS.map((value) => ({ value, word: t(`ui-voices-order-${value}`) }))}
        onChange={(order) => setWish({ ...wish, order })}
      />
      <TextField
        className="field"
        type="search"
        aria-label={t("ui-voices-find")}
        value={wish.typed}
        onChange={(typed) => setWish({ ...wish, typed })}
      >
        <Input className="field-box" placeholder={t("ui-voices-find")} />
      </TextField>
    </>
  );
}

interface HeadingProps {
  app: App;
  view: View;
  group: Group;
  order: Order;
}

/** What the voices below it are about, or whose they are, and how many people that is. */
function Heading({ app, view, group, order }: HeadingProps) {
  if (order === "count") return null;
  const n = group.voices.reduce((sum, voice) => sum + peopleOf(voice), 0);
  return (
    <h2 className="voices-head">
      <span>{wordOf(app, view, group, order)}</span>
      <span className="quiet small">{t("ui-voices-row-count", { n })}</span>
    </h2>
  );
}

function wordOf(app: App, view: View, { about }: Group, order: Order): string {
  if (about === undefined) return t("ui-voices-row-whole");
  if (order === "step") return nameOf(view, about) || t("ui-cards-nameless");
  return wordsOf(app, "voice").find(({ value }) => value === about)?.word ?? "";
}

/** What was chosen elsewhere is brought into sight here; who is at work here sees it already. */
function useFollowing(list: RefObject<HTMLElement | null>, selection: readonly RecordId[]) {
  const followed = useRef(selection);
  useEffect(() => {
    const here = list.current;
    if (!here || followed.current === selection) return;
    followed.current = selection;
    if (here.closest(".voices")?.contains(document.activeElement)) return;
    here.querySelector("[data-about]")?.scrollIntoView?.({ block: "nearest" });
  }, [list, selection]);
}
