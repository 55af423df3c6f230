/** What is seldom said of a step is entered like the rest, one command each. @vitest-environment happy-dom */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fireEvent } from "@testing-library/react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { Hello, ModelRecord } from "../../contract";
import { learn, t } from "../../text";
import { noting } from "../../tools/example-act";
import { commanded, exampleApp, exampleView } from "../../tools/example-view";
import type { Make } from "../../tools/tool";
import { OpenGroups } from "./group";
import { SeveralFields } from "./several-fields";
import { StepFields } from "./step-fields";

const TEXTS = join(import.meta.dirname, "../../../../crates/session/text/ja.ftl");
beforeAll(() => learn("ja", readFileSync(TEXTS, "utf8")));

const host = document.body.appendChild(document.createElement("div"));
let root = createRoot(host);
afterEach(() => {
  flushSync(() => root.unmount());
  root = createRoot(host);
});

const hello = {
  usual_items: [],
  vocabularies: {
    value_class: [{ value: "adding", word: "付加価値" }],
    item_class: [{ value: "account", word: "口座" }],
  },
} as unknown as Hello;

/** The panel about `ids`, of which `fields` is known of the first; what is sent, once it is made. */
function shown(fields: object, ids = ["step/10"]) {
  const step = { flow: 2, rank: 1, name: "受け付ける", lane: 3, ...fields };
  const records = {
    "step/10": { step },
    "item/7": { item: { process: 1, name: "振込先" } },
  } as Record<string, ModelRecord>;
  const app = exampleApp({ hello, view: exampleView(records) });
  const { act, asked } = noting();
  const [id = ""] = ids;
  const panel =
    ids.length > 1 ? (
      <SeveralFields app={app} act={act} ids={ids} />
    ) : (
      <StepFields app={app} act={act} id={id} />
    );
  flushSync(() => root.render(<OpenGroups>{panel}</OpenGroups>));
  const sent = () =>
    asked.filter(([name]) => name === "send").map(([, make]) => commanded(make as Make));
  return { sent };
}

function field(attribute: string): HTMLElement {
  const found = host.querySelector<HTMLElement>(`[data-attribute=${attribute}]`);
  if (!found) throw new Error(`no field for ${attribute}`);
  return found;
}

function box(attribute: string): HTMLInputElement {
  const found = field(attribute).querySelector("input");
  if (!found) throw new Error(`nothing to write in for ${attribute}`);
  return found;
}

/** What stands in the box of a choice. */
function chosen(attribute: string): string | null | undefined {
  return field(attribute).querySelector(".select-button > span")?.textContent;
}

function type(attribute: string, text: string): void {
  fireEvent.change(box(attribute), { target: { value: text } });
  fireEvent.keyDown(box(attribute), { key: "Enter" });
}

function choose(attribute: string, value: string): void {
  const list = field(attribute).querySelector("select");
  if (!list) throw new Error(`nothing to choose from for ${attribute}`);
  fireEvent.change(list, { target: { value } });
}

const set = (attribute: string, value: unknown, id = "step/10") => ({
  type: "set_attribute",
  id,
  attribute,
  value,
});

test("mistakes are written in percent and kept as a share", () => {
  const { sent } = shown({ error_rate: 0.07 });
  expect(box("error_rate").value).toBe("7");
  type("error_rate", "０．５％");
  expect(sent()).toEqual([set("error_rate", 0.005)]);
});

test("more than a hundred percent is refused at the field", () => {
  const { sent } = shown({});
  type("error_rate", "101");
  expect(field("error_rate").textContent).toContain(t("ui-step-number-share", { typed: "101" }));
  expect(sent()).toEqual([]);
});

test("residents' way is written in minutes, and nothing is unknown again", () => {
  const { sent } = shown({ travel: 40 });
  expect(box("travel").value).toBe("40");
  type("travel", "1,200分");
  type("travel", "");
  expect(sent()).toEqual([set("travel", 1200), set("travel", null)]);
});

test("that nobody has to judge is an answer, and another one than not knowing", () => {
  const { sent } = shown({ needs_judgement: false });
  expect(chosen("needs_judgement")).toBe(t("ui-step-judgement-none"));
  choose("needs_judgement", "yes");
  choose("needs_judgement", "unknown");
  expect(sent()).toEqual([set("needs_judgement", true), set("needs_judgement", null)]);
  const unsaid = shown({});
  expect(chosen("needs_judgement")).toBe(t("ui-step-unknown"));
  choose("needs_judgement", "no");
  expect(unsaid.sent()).toEqual([set("needs_judgement", false)]);
});

test("what a step is worth to residents is a word of the vocabulary", () => {
  const { sent } = shown({});
  choose("value", "adding");
  expect(sent()).toEqual([set("value", "adding")]);
});

test("what an item is about is said of the item, where a step uses it", () => {
  const { sent } = shown({ writes: [{ item: 7 }] });
  expect(field("class").textContent).toContain("振込先");
  choose("class", "account");
  expect(sent()).toEqual([set("class", "account", "item/7")]);
  shown({});
  expect(host.querySelector("[data-attribute=class]")).toBeNull();
});

test("several steps are judged at once, as one command", () => {
  const { sent } = shown({ needs_judgement: true }, ["step/10", "step/11"]);
  expect(chosen("needs_judgement")).toBe(t("ui-step-several-mixed"));
  choose("needs_judgement", "no");
  expect(sent()).toMatchObject([
    {
      type: "many",
      commands: [set("needs_judgement", false), set("needs_judgement", false, "step/11")],
    },
  ]);
});
