/** What steps read and write, as chips: the project's items and those that nearly every process has. */
import type { App, Ids } from "../../app";
import type { Command, RecordId, View } from "../../contract";
import { folded } from "../../folded";
import { t } from "../../text";
import { numberOf } from "../../tools/graph";
import { itemsOf } from "../flow-records";
import { fieldsOf } from "./attribute";

export type Side = "reads" | "writes";

export interface Access {
  item: number;
}

/** An item that can be turned on: of the project, or one that will exist once it is used. */
export interface Usable {
  name: string;
  item?: number;
  /** Offered although nobody uses it yet. */
  isUsual: boolean;
}

/** A press that the view shown does not know yet. */
export interface Press {
  isOn: boolean;
  item: number;
  /** The view that was shown when it had arrived: any other one knows it. */
  shown?: View | undefined;
}

/** Presses by the folded name of the item. */
export type Pressed = ReadonlyMap<string, Press>;

export function accessesOf(view: View, id: RecordId, side: Side): Access[] {
  const value = fieldsOf(view, id)?.[side];
  return Array.isArray(value) ? (value as Access[]) : [];
}

/** The items that the steps read, write or have attached, each once, in the order in which the project has them. */
export function itemsAt(view: View, ids: readonly RecordId[]): ReturnType<typeof itemsOf> {
  const used = ids.flatMap((id) => {
    const both = [...accessesOf(view, id, "reads"), ...accessesOf(view, id, "writes")];
    const attached = fieldsOf(view, id)?.attachments;
    return [...both.map(({ item }) => item), ...(Array.isArray(attached) ? attached : [])];
  });
  return itemsOf(view).filter(({ id }) => used.includes(numberOf(id)));
}

/** Every item that can be used: the usual ones first, then the project's own, each name once. */
export function usableItems(app: App): Usable[] {
  const usual = app.hello?.usual_items ?? [];
  const own = app.view ? itemsOf(app.view) : [];
  const numbers = new Map(own.map(({ id, fields }) => [folded(fields.name), numberOf(id)]));
  const named = usual.map(({ name }) => {
    const item = numbers.get(folded(name));
    return { name, isUsual: true, ...(item === undefined ? {} : { item }) };
  });
  const names = new Set(named.map(({ name }) => folded(name)));
  const others = own.filter(({ fields }) => !names.has(folded(fields.name)));
  return [
    ...named,
    ...others.map(({ id, fields }) => {
      return { name: fields.name, item: numberOf(id), isUsual: false };
    }),
  ];
}

/** The accesses of a step once everything that was pressed has arrived. */
export function settled(had: readonly Access[], pressed: Pressed): Access[] {
  const off = [...pressed.values()].filter(({ isOn }) => !isOn).map(({ item }) => item);
  const on = [...pressed.values()].filter(({ isOn }) => isOn).map(({ item }) => item);
  const kept = had.filter(({ item }) => !off.includes(item));
  const more = on.filter((item) => !kept.some((access) => access.item === item));
  return [...kept, ...more.map((item) => ({ item }))];
}

/** What creates an item called `name`, with what is known of it where nearly every process has it. */
export function created(app: App, name: string, ids: Ids): { item: number; command: Command } {
  const item = ids();
  const usual = app.hello?.usual_items.find((it) => folded(it.name) === folded(name));
  const process = numberOf(app.view?.process ?? "process/0");
  const record = { item: { process, name, ...usual } };
  return { item, command: { type: "create", id: `item/${item}`, record } };
}

/** The commands that give each step its accesses, as one undo step. */
export function asOne(commands: Command[]): Command {
  const [only] = commands;
  if (only && commands.length === 1) return only;
  return { type: "many", title: t("ui-step-items-changed"), commands };
}
