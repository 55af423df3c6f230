/** A list without a column of lanes asks for one for all of its steps. @vitest-environment happy-dom */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fireEvent, getByLabelText, queryByLabelText, waitFor } from "@testing-library/react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { Act } from "../../app";
import type { ListPreview, PastedList } from "../../contract";
import { learn, t } from "../../text";
import { exampleApp } from "../../tools/example-view";
import { ListView } from "./view";

const TEXTS = join(import.meta.dirname, "../../../../crates/session/text/ja.ftl");
beforeAll(() => learn("ja", readFileSync(TEXTS, "utf8")));

const host = document.body.appendChild(document.createElement("div"));
let root = createRoot(host);
afterEach(() => {
  flushSync(() => root.unmount());
  root = createRoot(host);
});

/** The dialog about two lines, of which `known` is told; what is made in the end. */
function shown(known: Partial<ListPreview>) {
  const made: PastedList[] = [];
  const preview = {
    ...{ is_table: false, head: [], columns: ["name"], units: [], losses: [], count: 2 },
    ...{ rows: [["受け取る"], ["数える"]] },
    ...known,
  };
  const act = {
    ask: async () => preview,
    pasteList: async (list: PastedList) => made.push(list) > 0,
  } as unknown as Act;
  const app = { ...exampleApp(), list: { text: "受け取る\n数える", html: "" } };
  flushSync(() => root.render(<ListView app={app} act={act} />));
  return made;
}

const field = () => getByLabelText<HTMLInputElement>(document.body, t("ui-list-lane"));

test("the key that makes the steps also writes the lane", async () => {
  const made = shown({ lane: "担当" });
  await waitFor(() => expect(field().value).toBe("担当"));
  fireEvent.change(field(), { target: { value: "市民課" } });
  fireEvent.keyDown(field(), { key: "Enter", ctrlKey: true });
  await waitFor(() => expect(made).toMatchObject([{ lane: "市民課" }]));
});

test("where a column says it, nobody is asked", async () => {
  shown({ columns: ["lane", "name"] });
  await waitFor(() => expect(document.body.textContent).toContain("受け取る"));
  expect(queryByLabelText(document.body, t("ui-list-lane"))).toBeNull();
});
