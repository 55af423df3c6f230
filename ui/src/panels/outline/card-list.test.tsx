/** The list of cards while it follows the picture. @vitest-environment happy-dom */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fireEvent } from "@testing-library/react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { App } from "../../app";
import type { View } from "../../contract";
import { learn } from "../../text";
import { noting } from "../../tools/example-act";
import { exampleApp, exampleView } from "../../tools/example-view";
import { CardList } from "./card-list";
import { removal } from "./removal";

const TEXTS = join(import.meta.dirname, "../../../../crates/session/text/ja.ftl");
beforeAll(() => learn("ja", readFileSync(TEXTS, "utf8")));

const host = document.body.appendChild(document.createElement("div"));
const root = createRoot(host);
afterEach(() => flushSync(() => root.render(null)));

test("a key means what is there now, not what the list still shows", () => {
  const { act, asked } = noting();
  const show = (app: App) =>
    flushSync(() =>
      root.render(<CardList app={app} act={act} naming={undefined} setNaming={() => undefined} />),
    );
  const view = exampleView();
  show(exampleApp({ view, selection: ["step/11"] }));
  const { "step/11": _, ...records } = view.records;
  const after = { ...view, records };
  show(exampleApp({ view: after, selection: ["step/10"] }));
  expect(host.querySelector('[data-card="step/11"]')).not.toBeNull();
  const list = host.querySelector(".outline-list");
  expect(list && fireEvent.keyDown(list, { key: "Delete" })).toBe(false);
  const sent = asked.flatMap(([name, make]) =>
    name === "send" ? [(make as (ids: unknown, view: View) => unknown)(undefined, after)] : [],
  );
  expect(sent).toEqual([removal(after, ["step/10"])]);
});
