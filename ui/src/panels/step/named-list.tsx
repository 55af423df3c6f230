/** Some of many by name: taken off one by one, added by writing a name that is offered. */
import { useState } from "react";
import { folded } from "../../folded";
import { t } from "../../text";
import { Button } from "../../widgets/button";
import { NameField } from "../../widgets/name-field";

export interface Named {
  key: string;
  name: string;
}

interface NamedListProps {
  label: string;
  had: readonly Named[];
  /** What can be added. */
  offered: readonly Named[];
  onAdd: (key: string) => Promise<boolean>;
  onRemove: (key: string) => Promise<boolean>;
  /** Takes a name that is not offered; without it such a name is refused. */
  onNew?: (name: string) => Promise<boolean>;
}

export function NamedList({ label, had, offered, onAdd, onRemove, onNew }: NamedListProps) {
  const [wrong, setWrong] = useState<string>();
  const open = offered.filter(({ key }) => had.every((one) => one.key !== key));
  const add = (text: string): Promise<boolean> | undefined => {
    const name = text.trim();
    setWrong(undefined);
    if (name === "" || had.some((one) => folded(one.name) === folded(name))) return undefined;
    const known = open.find((one) => folded(one.name) === folded(name));
    if (known) return onAdd(known.key);
    if (onNew) return onNew(name);
    setWrong(t("ui-step-list-unknown", { name }));
    return undefined;
  };
  return (
    <div className="items">
      <NameField
        label={label}
        value=""
        placeholder={t("ui-step-list-add")}
        suggestions={open.map(({ name }) => name)}
        {...(wrong === undefined ? {} : { wrong })}
        onCommit={add}
      />
      {had.length > 0 && (
        <ul aria-label={label}>
          {had.map(({ key, name }) => (
            <li key={key} className="item">
              <span>{name}</span>
              <Button
                kind="quiet"
                aria-label={t("ui-step-item-remove", { name })}
                onPress={() => void onRemove(key)}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
