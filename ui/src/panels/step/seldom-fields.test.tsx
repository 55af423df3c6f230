/** What is seldom said of a step is entered like the rest, one command each. @vitest-environment happy-dom */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fireEvent, getByLabelText } from "@testing-library/react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { Act } from "../../app";
import type { Hello, ModelRecord } from "../../contract";
import { learn, t } from "../../text";
import { noting } from "../../tools/example-act";
import { exampleApp, exampleView } from "../../tools/example-view";
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
    routine: [{ value: "routine", word: "定型" }],
    method: [{ value: "measured", word: "実測" }],
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
  const sends = () => asked.filter(([name]) => name === "send").map(([, make]) => make);
  const sent = () =>
    sends().map((make) => (make as Parameters<Act["send"]>[0])(() => 50, app.view));
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
  typeIn(box(attribute), text);
}

function typeIn(field: HTMLInputElement, text: string): void {
  fireEvent.change(field, { target: { value: text } });
  fireEvent.keyDown(field, { key: "Enter" });
}

/** The box that is called so. */
function labelled(label: string): HTMLInputElement {
  return getByLabelText<HTMLInputElement>(host, label);
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

test("whether it goes by rules, can be done from home, and how its time is known are words", () => {
  const { sent } = shown({ is_remote_feasible: true });
  expect(chosen("is_remote_feasible")).toBe(t("ui-step-remote-possible"));
  choose("routine", "routine");
  choose("method", "measured");
  choose("is_remote_feasible", "no");
  expect(sent()).toEqual([
    set("routine", "routine"),
    set("method", "measured"),
    set("is_remote_feasible", false),
  ]);
});

test("that no mistake is allowed is ticked", () => {
  const { sent } = shown({});
  fireEvent.click(labelled(t("ui-step-pressure")));
  expect(sent()).toEqual([set("is_under_pressure", true)]);
});

test("what a check finds, and who must not do it, are parts of the check and leave its others", () => {
  const { sent } = shown({ check: { object: "申請書", catch_rate: 0.005 } });
  const rate = labelled(t("ui-step-check-catch-rate"));
  expect(rate.value).toBe("0.5");
  typeIn(rate, "２％");
  typeIn(labelled(t("ui-step-check-independent-of")), "入力した人");
  typeIn(rate, "");
  expect(sent()).toEqual([
    set("check", { object: "申請書", catch_rate: 0.02 }),
    set("check", { object: "申請書", catch_rate: 0.005, independent_of: "入力した人" }),
    set("check", { object: "申請書" }),
  ]);
  typeIn(rate, "200");
  expect(host.textContent).toContain(t("ui-step-number-share", { typed: "200" }));
  expect(sent()).toHaveLength(3);
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
