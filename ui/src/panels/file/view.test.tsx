/** The dialogs about the file: what stands there, and what is asked when a button is pressed. @vitest-environment happy-dom */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { App } from "../../app";
import type { Backups, ProjectCard } from "../../contract";
import { learn, t } from "../../text";
import { noting } from "../../tools/example-act";
import { exampleApp, exampleView } from "../../tools/example-view";
import { BackupsView } from "../backups/view";
import { EraseView } from "../erase/view";
import { Saved } from "../header/saved";
import { Standing } from "../notices/standing";
import { FileView } from "./view";

const TEXTS = join(import.meta.dirname, "../../../../crates/session/text/ja.ftl");
beforeAll(() => learn("ja", readFileSync(TEXTS, "utf8")));
afterEach(cleanup);

function app(project: Partial<ProjectCard> = {}, files: "list" | "dialog" = "list"): App {
  const view = exampleView();
  const hello = { language: "ja", files } as unknown as NonNullable<App["hello"]>;
  return exampleApp({ hello, view: { ...view, project: { ...view.project, ...project } } });
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));

test("the header says that what was written was read back, and leads to the file", () => {
  const { act, asked } = noting();
  const { rerender } = render(<Saved app={app({ saved_at: 5, verified_at: 4 })} act={act} />);
  press(/確認中/);
  expect(asked).toEqual([["openDialog", "file"]]);
  rerender(<Saved app={app({ saved_at: 5, verified_at: 6 })} act={act} />);
  expect(screen.getByRole("button", { name: /確認済み/ })).toBeDefined();
});

test("a draft gets its place by a name, where there is no dialog to choose one", () => {
  const { act, asked } = noting();
  render(<FileView app={app()} act={act} />);
  press(t("ui-file-place-choose"));
  const field = screen.getByLabelText(t("ui-file-place-name"));
  fireEvent.change(field, { target: { value: " 児童手当 " } });
  press(t("ui-file-place-do"));
  expect(asked).toEqual([["moveTo", "児童手当"]]);
});

test("in the shell a dialog asks for the place at once", () => {
  const { act, asked } = noting();
  render(<FileView app={app({ draft: false }, "dialog")} act={act} />);
  press(t("ui-file-place-move"));
  expect(asked).toEqual([["moveTo"]]);
});

test("what can only be read is copied, and neither moved nor erased", () => {
  const { act, asked } = noting();
  render(<FileView app={app({ read_only: true, reading: "place" })} act={act} />);
  press(t("ui-file-hand-over"));
  press(t("ui-file-erase"));
  press(t("ui-file-place-choose"));
  expect(asked).toEqual([["saveCopy", "hand_over"]]);
});

test("a standing line names who has it open, and offers the ways out", () => {
  const { act, asked } = noting();
  const held_by = { user: "佐藤", host: "FUKUSHI-12", since: Date.now() };
  render(<Standing app={app({ reading: "held", read_only: true, held_by })} act={act} />);
  expect(screen.getByText(/佐藤さん\(FUKUSHI-12\)/)).toBeDefined();
  press(t("ui-action-reopen"));
  expect(asked).toContainEqual(["ask", "reopen", {}]);
});

const BACKUPS: Backups = {
  files: [
    {
      file: "a.kaizu",
      name: "児童手当",
      is_open: false,
      missing: false,
      copies: [{ path: "b/1", at: Date.now(), revision: 4, bytes: 2048 }],
    },
  ],
};

test("a backup opens as a project of its own, and is deleted only after a second word", async () => {
  const { act, asked } = noting({ backups: BACKUPS, clear_backups: { files: [] } });
  render(<BackupsView app={app()} act={act} />);
  await vi.waitFor(() => screen.getByRole("button", { name: /新しい業務として開く$/ }));
  press(/新しい業務として開く$/);
  press(/控えを削除$/);
  expect(asked).not.toContainEqual(["ask", "clear_backups", { copy: "b/1" }]);
  press(t("ui-backups-yes"));
  await vi.waitFor(() => screen.getByText(t("ui-backups-empty")));
  expect(asked).toContainEqual(["ask", "open_backup", { path: "b/1" }]);
  expect(asked).toContainEqual(["ask", "clear_backups", { copy: "b/1" }]);
});

test("nothing is erased before it was found and the warning was ticked", async () => {
  const traces = { now: 1, history: 2, names: 0, copies: 1 };
  const { act, asked } = noting({ traces, erase: { traces, removed_copies: 1 } });
  render(<EraseView app={app()} act={act} />);
  const field = screen.getByLabelText(t("ui-erase-text-field"));
  fireEvent.change(field, { target: { value: "山" } });
  expect(screen.getByText(t("ui-erase-short"))).toBeDefined();
  fireEvent.change(field, { target: { value: "山田" } });
  await vi.waitFor(() => screen.getByText(/履歴に2か所/));
  press(t("ui-erase-do"));
  expect(asked.some(([, question]) => question === "erase")).toBe(false);
  fireEvent.click(screen.getByRole("checkbox"));
  press(t("ui-erase-do"));
  await vi.waitFor(() => screen.getByText(t("ui-erase-done-copies", { n: 1 })));
  expect(asked).toContainEqual(["ask", "erase", { text: "山田" }]);
  expect(asked).toContainEqual(["ask", "look", {}]);
});
