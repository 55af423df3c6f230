/** Lists of a step that hold others by name: further systems, attachments, the steps it exists for. */
import type { Act, PanelProps } from "../../app";
import type { RecordId, View } from "../../contract";
import { t } from "../../text";
import { numberOf } from "../../tools/graph";
import { itemsOf, nodesOf } from "../flow-records";
import { asOne, created } from "./access";
import { changeAttribute, fieldsOf } from "./attribute";
import { type Named, NamedList } from "./named-list";

type Props = PanelProps & { id: RecordId };

export function OtherSystems({ app, act, id, systems }: Props & { systems: readonly string[] }) {
  if (!app.view) return null;
  const had = listed(app.view, id, "other_systems").map(String);
  const of = { act, id, attribute: "other_systems" };
  const named = (name: string): Named => ({ key: name, name });
  return (
    <NamedList
      label={t("ui-step-other-systems")}
      had={had.map(named)}
      offered={systems.map(named)}
      onAdd={(name) => added(of, name)}
      onRemove={(name) => removed(of, name)}
      onNew={(name) => added(of, name)}
    />
  );
}

export function Attachments({ app, act, id }: Props) {
  if (!app.view) return null;
  const numbers = listed(app.view, id, "attachments");
  const items = itemsOf(app.view).map((item) => ({ key: item.id, name: item.fields.name }));
  const of = { act, id, attribute: "attachments" };
  return (
    <NamedList
      label={t("ui-step-attachments")}
      had={items.filter(({ key }) => numbers.includes(numberOf(key)))}
      offered={items}
      onAdd={(key) => added(of, numberOf(key))}
      onRemove={(key) => removed(of, numberOf(key))}
      onNew={(name) =>
        act.send((ids, view) => {
          const { item, command } = created(app, name, ids);
          const value = [...listed(view, id, "attachments"), item];
          return asOne([command, { type: "set_attribute", id, attribute: "attachments", value }]);
        })
      }
    />
  );
}

export function BecauseOf({ app, act, id }: Props) {
  if (!app.view) return null;
  const of = { act, id, attribute: "because_of" };
  const numbers = listed(app.view, id, "because_of");
  const steps = nodesOf(app.view)
    .filter((node) => node.is === "step" && node.id !== id)
    .map((node) => ({ key: node.id, name: node.fields.name }));
  return (
    <NamedList
      label={t("ui-step-because-of")}
      had={steps.filter(({ key }) => numbers.includes(numberOf(key)))}
      offered={steps}
      onAdd={(key) => added(of, numberOf(key))}
      onRemove={(key) => removed(of, numberOf(key))}
    />
  );
}

interface Of {
  act: Act;
  id: RecordId;
  attribute: string;
}

function added({ act, id, attribute }: Of, entry: unknown): Promise<boolean> {
  return changeAttribute(act, [id], attribute, (had) => [
    ...asList(had).filter((other) => other !== entry),
    entry,
  ]);
}

function removed({ act, id, attribute }: Of, entry: unknown): Promise<boolean> {
  return changeAttribute(act, [id], attribute, (had) =>
    asList(had).filter((other) => other !== entry),
  );
}

function listed(view: View | undefined, id: RecordId, attribute: string): unknown[] {
  return asList(view && fieldsOf(view, id)?.[attribute]);
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
