/** Lists of a step that hold others by name: further systems, attachments, the steps it exists for. */
import type { PanelProps } from "../../app";
import type { RecordId, View } from "../../contract";
import { t } from "../../text";
import { numberOf } from "../../tools/graph";
import { itemsOf, nodesOf } from "../flow-records";
import { asOne, created } from "./access";
import { fieldsOf, setAttribute } from "./attribute";
import { type Named, NamedList } from "./named-list";

type Props = PanelProps & { id: RecordId };

export function OtherSystems({ app, act, id, systems }: Props & { systems: readonly string[] }) {
  if (!app.view) return null;
  const had = listed(app.view, id, "other_systems").map(String);
  const put = (names: string[]) => setAttribute(act, [id], "other_systems", names);
  const named = (name: string): Named => ({ key: name, name });
  return (
    <NamedList
      label={t("ui-step-other-systems")}
      had={had.map(named)}
      offered={systems.map(named)}
      onChange={put}
      onNew={(name) => put([...had, name])}
    />
  );
}

export function Attachments({ app, act, id }: Props) {
  if (!app.view) return null;
  const numbers = listed(app.view, id, "attachments");
  const items = itemsOf(app.view).map((item) => ({ key: item.id, name: item.fields.name }));
  const put = (value: number[]) =>
    ({ type: "set_attribute", id, attribute: "attachments", value }) as const;
  return (
    <NamedList
      label={t("ui-step-attachments")}
      had={items.filter(({ key }) => numbers.includes(numberOf(key)))}
      offered={items}
      onChange={(keys) => act.send(() => put(keys.map(numberOf)))}
      onNew={(name) =>
        act.send((ids) => {
          const { item, command } = created(app, name, ids);
          return asOne([command, put([...numbers.map(Number), item])]);
        })
      }
    />
  );
}

export function BecauseOf({ app, act, id }: Props) {
  if (!app.view) return null;
  const numbers = listed(app.view, id, "because_of");
  const steps = nodesOf(app.view)
    .filter((node) => node.is === "step" && node.id !== id)
    .map((node) => ({ key: node.id, name: node.fields.name }));
  return (
    <NamedList
      label={t("ui-step-because-of")}
      had={steps.filter(({ key }) => numbers.includes(numberOf(key)))}
      offered={steps}
      onChange={(keys) => setAttribute(act, [id], "because_of", keys.map(numberOf))}
    />
  );
}

function listed(view: View, id: RecordId, attribute: string): unknown[] {
  const value = fieldsOf(view, id)?.[attribute];
  return Array.isArray(value) ? value : [];
}
