/** The items that steps read or write: a press turns one on or off, arrows go between them. */
import { useEffect, useRef, useState } from "react";
import type { PanelProps } from "../../app";
import type { Command, RecordId } from "../../contract";
import { folded } from "../../folded";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { type Chip, Chips } from "../../widgets/chips";
import { NameField } from "../../widgets/name-field";
import {
  accessesOf,
  asOne,
  created,
  type Press,
  type Pressed,
  type Side,
  settled,
  type Usable,
  usableItems,
} from "./access";

interface ItemChipsProps extends PanelProps {
  ids: readonly RecordId[];
  side: Side;
  label: string;
}

export function ItemChips(props: ItemChipsProps) {
  const { app, ids, side, label } = props;
  const [isWhole, setIsWhole] = useState(false);
  const { pressed, turn } = usePresses(props);
  const { view } = app;
  const items = usableItems(app);
  const states = view
    ? items.map((item) => {
        const each = ids.map((id) => isUsed(item, settled(accessesOf(view, id, side), pressed)));
        return { item, isOn: each.every(Boolean), isSome: each.some(Boolean) };
      })
    : [];
  // Where a chip stands does not change under the hand: only what was used at first stands first.
  const first = useRef<ReadonlySet<string>>(undefined);
  first.current ??= new Set(states.filter((it) => it.isSome).map((it) => folded(it.item.name)));
  const isFirst = ({ item }: { item: Usable }) => first.current?.has(folded(item.name)) === true;
  const ordered = [...states.filter(isFirst), ...states.filter((it) => !isFirst(it))];
  const shown = ordered.filter((it) => isWhole || it.item.isUsual || it.isSome || isFirst(it));
  const n = ordered.length - shown.length;
  const chips = shown.map(({ item, isOn, isSome }) => {
    return { key: folded(item.name), word: item.name, isOn, isSome: isSome && !isOn };
  });
  return (
    <div className="items">
      <Chips label={label} attribute={side} chips={chips} onToggle={turn} />
      {isWhole ? (
        <NameField
          label={t("ui-step-item-new", { list: label })}
          isLabelHidden
          value=""
          placeholder={t("ui-step-item-add")}
          suggestions={states.filter((it) => !it.isOn).map((it) => it.item.name)}
          onCommit={(name) => turn({ word: name.trim() }, true)}
        />
      ) : (
        <Button
          kind="link"
          aria-label={
            n > 0
              ? t("ui-step-item-others-label", { list: label, n })
              : t("ui-step-item-new", { list: label })
          }
          onPress={() => setIsWhole(true)}
        >
          {n > 0 ? t("ui-step-item-others", { n }) : t("ui-step-item-add")}
        </Button>
      )}
    </div>
  );
}

function isUsed({ item }: Usable, accesses: readonly { item: number }[]): boolean {
  return item !== undefined && accesses.some((access) => access.item === item);
}

/** Presses one after the other, each on top of those that the view does not know yet. */
function usePresses({ app, act, ids, side }: ItemChipsProps) {
  const [pressed, setPressed] = useState<Pressed>(new Map());
  const latest = useRef(pressed);
  const now = useRef(app);
  now.current = app;
  const put = (next: Pressed) => {
    latest.current = next;
    setPressed(next);
  };
  const { view } = app;
  useEffect(() => {
    const all = [...latest.current];
    const open = all.filter(([, { shown }]) => shown === undefined || shown === view);
    if (open.length === all.length) return;
    latest.current = new Map(open);
    setPressed(latest.current);
  }, [view]);
  const turn = async ({ word }: Pick<Chip, "word">, isOn: boolean): Promise<boolean> => {
    const key = folded(word);
    if (key === "") return true;
    const sent: Press = { isOn, item: 0 };
    const done = await act.send((next): Command => {
      const known = usableItems(now.current).find((item) => folded(item.name) === key);
      const had = latest.current.get(key)?.item ?? known?.item;
      const made = had === undefined ? created(now.current, known?.name ?? word, next) : undefined;
      sent.item = made?.item ?? had ?? 0;
      put(new Map(latest.current).set(key, sent));
      const sets = ids.map((id): Command => {
        const accesses = now.current.view ? accessesOf(now.current.view, id, side) : [];
        const value = settled(accesses, latest.current);
        return { type: "set_attribute", id, attribute: side, value };
      });
      return asOne(made ? [made.command, ...sets] : sets);
    });
    if (done) sent.shown = now.current.view;
    else put(new Map([...latest.current].filter(([, press]) => press !== sent)));
    return done;
  };
  return { pressed, turn };
}
