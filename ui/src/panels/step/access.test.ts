/** Items by a press. */
import { expect, test } from "vitest";
import type { App } from "../../app";
import type { View } from "../../contract";
import { EMPTY } from "../../store";
import { created, itemsAt, settled, usableItems } from "./access";

const app = {
  ...EMPTY,
  hello: {
    usual_items: [
      { name: "氏名", class: "identity", is_personal: true },
      { name: "決定", class: "decision" },
    ],
  },
  view: {
    process: "process/1",
    records: {
      "item/7": { item: { process: 1, name: "犬の台帳" } },
      "item/8": { item: { process: 1, name: "氏名" } },
    },
  },
} as unknown as App;

test("usual items stand before the project's own, each once", () => {
  expect(usableItems(app)).toEqual([
    { name: "氏名", isUsual: true, item: 8 },
    { name: "決定", isUsual: true },
    { name: "犬の台帳", isUsual: false, item: 7 },
  ]);
});

test("a press keeps what is known of the other accesses, and several presses add up", () => {
  const had = [{ item: 1, medium: "paper" }, { item: 2 }];
  const pressed = new Map([
    ["あ", { isOn: true, item: 3 }],
    ["い", { isOn: false, item: 2 }],
    ["う", { isOn: true, item: 1 }],
  ]);
  expect(settled(had, pressed)).toEqual([{ item: 1, medium: "paper" }, { item: 3 }]);
});

test("a usual item is made with what is known of it, another with its name alone", () => {
  expect(created(app, "決定", () => 9).command).toEqual({
    type: "create",
    id: "item/9",
    record: { item: { process: 1, name: "決定", class: "decision" } },
  });
  expect(created(app, "鑑札", () => 9).command).toMatchObject({
    record: { item: { process: 1, name: "鑑札" } },
  });
});

test("items that steps read, write or have attached are named once, others not at all", () => {
  const step = (fields: object) => ({
    step: { flow: 2, rank: 1, name: "手順", lane: 3, ...fields },
  });
  const item = (name: string) => ({ item: { process: 1, name } });
  const records = {
    "step/1": step({ reads: [{ item: 8 }], writes: [{ item: 7, medium: "paper" }] }),
    "step/2": step({ reads: [{ item: 7 }], attachments: [9] }),
    "item/7": item("犬の台帳"),
    "item/8": item("氏名"),
    "item/9": item("証明書"),
    "item/10": item("誰も使わない"),
  };
  const names = (...ids: string[]) =>
    itemsAt({ records } as unknown as View, ids).map(({ fields }) => fields.name);
  expect(names("step/1")).toEqual(["犬の台帳", "氏名"]);
  expect(names("step/1", "step/2")).toEqual(["犬の台帳", "氏名", "証明書"]);
  expect(names()).toEqual([]);
});
