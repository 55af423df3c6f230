/** The items a step reads or writes: taken off one by one, added by name; a name nobody has makes a new item. */
import { useId, useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import type { PanelProps } from "../../app";
import type { Command, RecordId } from "../../contract";
import { t } from "../../text";
import { nameOf, numberOf } from "../../tools/graph";
import { Button } from "../../widgets/button";
import { isComposing } from "../../widgets/composing";
import { itemsOf } from "../flow-records";
import { folded } from "../outline/lane-prefix";
import { fieldsOf, setAttribute } from "./attribute";

interface ItemListProps extends PanelProps {
  id: RecordId;
  attribute: "reads" | "writes";
  label: string;
}

interface Access {
  item: number;
}

export function ItemList({ app, act, id, attribute, label }: ItemListProps) {
  const [text, setText] = useState("");
  const suggestions = useId();
  const { view } = app;
  if (!view) return null;
  const had = accessesIn(fieldsOf(view, id)?.[attribute]);
  const items = itemsOf(view);
  const add = () => {
    const name = text.trim();
    if (name === "") return;
    setText("");
    const known = items.find((item) => folded(item.fields.name) === folded(name));
    if (known && had.some((access) => access.item === numberOf(known.id))) return;
    void act.send((ids): Command => {
      const number = known ? numberOf(known.id) : ids();
      const value = [...had, { item: number }];
      const put: Command = { type: "set_attribute", id, attribute, value };
      if (known) return put;
      const item = { process: numberOf(view.process), name };
      const create: Command = { type: "create", id: `item/${number}`, record: { item } };
      return { type: "many", title: t("ui-step-item-add"), commands: [create, put] };
    });
  };
  return (
    <div className="items">
      <TextField className="field" value={text} onChange={setText}>
        <Label>{label}</Label>
        {had.length > 0 && (
          <ul>
            {had.map((access) => {
              const name = nameOf(view, `item/${access.item}`);
              const rest = had.filter((other) => other !== access);
              return (
                <li key={access.item} className="item">
                  {name}
                  <Button
                    kind="quiet"
                    aria-label={t("ui-step-item-remove", { name })}
                    onPress={() => void setAttribute(act, [id], attribute, rest)}
                  >
                    ×
                  </Button>
                </li>
              );
            })}
          </ul>
        )}
        <Input
          className="field-box"
          placeholder={t("ui-step-item-add")}
          list={suggestions}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !isComposing(event)) add();
          }}
        />
      </TextField>
      <datalist id={suggestions}>
        {items.map((item) => (
          <option key={item.id} value={item.fields.name} />
        ))}
      </datalist>
    </div>
  );
}

function accessesIn(value: unknown): Access[] {
  return Array.isArray(value) ? (value as Access[]) : [];
}
