/** The strip of the history, from the keyboard. @vitest-environment happy-dom */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Chronicle, ProjectCard, View } from "../../contract";
import { learn, t } from "../../text";
import { noting } from "../../tools/example-act";
import { exampleApp, exampleView } from "../../tools/example-view";
import { history } from "../history";

const TEXTS = join(import.meta.dirname, "../../../../crates/session/text/ja.ftl");
beforeAll(() => learn("ja", readFileSync(TEXTS, "utf8")));
afterEach(cleanup);

const CHRONICLE: Chronicle = {
  last: 3,
  entries: [1, 2, 3].map((revision) => ({
    revision,
    at: Date.now() - 60_000 * (4 - revision),
    deed: "done",
    label: `編集${revision}`,
  })),
  moments: [{ revision: 2, name: "課長説明用" }],
};

const PAST: Partial<ProjectCard> = { read_only: true, reading: "past", past: { revision: 1 } };

async function shown(project: Partial<ProjectCard> = {}, chronicle = CHRONICLE) {
  const whole = exampleView();
  const view: View = { ...whole, project: { ...whole.project, ...project } };
  const noted = noting({ history: chronicle, name_moment: chronicle });
  const app = exampleApp({ view, history: true });
  const shown = render(<history.View app={app} act={noted.act} />);
  await vi.waitFor(() => expect(screen.queryByText(t("ui-history-loading"))).toBeNull());
  const press = (id: string) => fireEvent.click(screen.getByRole("button", { name: t(id) }));
  return { ...noted, ...shown, press };
}

const looks = (asked: unknown[][]) => asked.filter(([name]) => name === "lookBack");

test("the slider goes over all edits, and its end is now", async () => {
  const { asked } = await shown(PAST);
  const slider = screen.getByRole("slider", { name: t("ui-history-slider") });
  expect(slider).toMatchObject({ min: "0", max: "3", value: "1" });
  fireEvent.change(slider, { target: { value: "2" } });
  fireEvent.change(slider, { target: { value: "3" } });
  expect(looks(asked)).toEqual([
    ["lookBack", 2],
    ["lookBack", undefined],
  ]);
});

test("single steps, named moments and rows of the list all jump there", async () => {
  const { asked, press } = await shown(PAST);
  press("ui-history-before");
  fireEvent.click(screen.getByRole("button", { name: "課長説明用" }));
  press("ui-history-list-open");
  fireEvent.click(screen.getByRole("option", { name: /編集1/ }));
  expect(looks(asked).map(([, revision]) => revision)).toEqual([0, 2, 1]);
});

test("escape goes back to now, and from now it closes the strip", async () => {
  const past = await shown(PAST);
  fireEvent.keyDown(screen.getByRole("slider"), { key: "Escape" });
  expect(looks(past.asked)).toEqual([["lookBack"]]);
  past.unmount();
  const { asked } = await shown();
  fireEvent.keyDown(screen.getByRole("slider"), { key: "Escape", keyCode: 229 });
  expect(asked.some(([name]) => name === "show")).toBe(false);
  fireEvent.keyDown(screen.getByRole("slider"), { key: "Escape" });
  expect(asked.at(-1)).toEqual(["show", { history: false }]);
});

test("the past is gone back to, copied and named", async () => {
  const { asked, press } = await shown(PAST);
  press("ui-history-restore");
  press("ui-history-copy");
  press("ui-history-name");
  const field = screen.getByLabelText(t("ui-history-name-field"));
  fireEvent.change(field, { target: { value: "改正前" } });
  fireEvent.keyDown(field, { key: "Enter" });
  await vi.waitFor(() =>
    expect(asked).toContainEqual(["ask", "name_moment", { revision: 1, name: "改正前" }]),
  );
  expect(asked).toContainEqual(["restore", 1, expect.stringMatching(/\d/)]);
  expect(asked).toContainEqual(["ask", "edit_copy", {}]);
});

test("what somebody else holds can be looked at and copied, and no more", async () => {
  const held_by = { user: "佐藤", host: "pc", since: 0 };
  await shown({ ...PAST, held_by });
  expect(screen.queryByRole("button", { name: t("ui-history-restore") })).toBeNull();
  expect(screen.queryByRole("button", { name: t("ui-history-name") })).toBeNull();
  expect(screen.getByRole("button", { name: t("ui-history-copy") })).toBeDefined();
});

test("an empty history says what will be in it", async () => {
  await shown({}, { last: 0, entries: [], moments: [] });
  expect(screen.getByText(t("ui-history-empty"))).toBeDefined();
  expect(screen.queryByRole("slider")).toBeNull();
});
