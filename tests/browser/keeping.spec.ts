/** The file is safe and in one's own hands: saved and read back, moved, copied, handed over, erased, backed up. */
import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import {
  button,
  card,
  countsCards,
  create,
  like,
  openFileDialog,
  press,
  soon,
  verified,
  write,
} from "./hands";
import { type Desk, story } from "./story";

const process = "転入届";
/** How every file of a project begins. */
const magic = "SQLite format 3";

async function drawn(desk: Desk, steps = ["届を書く", "届を受ける"]): Promise<void> {
  await create(desk, process);
  await write(desk, steps);
  await countsCards(desk, steps.length);
}

/** The file that `act` downloads. */
async function downloaded(desk: Desk, act: () => Promise<void>) {
  const arriving = desk.page.waitForEvent("download");
  await act();
  const download = await arriving;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Closes the dialog. */
async function closeDialog(desk: Desk): Promise<void> {
  await desk.page.keyboard.press("Escape");
  await soon(() => desk.page.getByRole("dialog").count()).toBe(0);
}

story("what was written is read back, and the window says so", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await verified(desk).waitFor();
  await desk.page.keyboard.press("Control+s");
  await desk.page.getByText(desk.t("ui-header-by-itself")).waitFor();
  await openFileDialog(desk);
  await desk.page.getByText(desk.t("ui-file-draft")).waitFor();
  expect(await desk.page.getByText(desk.t("ui-file-none"), { exact: true }).count()).toBe(0);
});

story("a draft moves to a name in the folder, and goes on from there", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await openFileDialog(desk);
  await press(desk, "ui-file-place-choose");
  const name = desk.page.getByRole("textbox", { name: desk.t("ui-file-place-name") });
  await name.fill("転入届の手続");
  await desk.page.keyboard.press("Enter");
  await desk.page.getByText(desk.t("ui-file-moved")).waitFor();
  const file = join(desk.program.folder, "転入届の手続.kaizu");
  await access(file);
  await button(desk, "ui-file-place-move").waitFor();
  await closeDialog(desk);
  await write(desk, ["届を確かめる"]);
  await countsCards(desk, 3);
  await desk.restart({ file: "転入届の手続.kaizu" });
  await countsCards(desk, 3);
});

story("a whole copy and one to hand over are downloaded", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await verified(desk).waitFor();
  const whole = await downloaded(desk, () => desk.page.keyboard.press("Control+Shift+S"));
  expect(whole.name).toMatch(/\.kaizu$/);
  expect(whole.bytes.subarray(0, magic.length).toString()).toBe(magic);
  await desk.page.getByText(like(desk, "ui-export-done-download", "name")).waitFor();
  await openFileDialog(desk);
  const handed = await downloaded(desk, () => press(desk, "ui-file-hand-over"));
  expect(handed.name).toMatch(/\.kaizu$/);
  expect(handed.bytes.subarray(0, magic.length).toString()).toBe(magic);
  const told = desk.page.getByRole("status").filter({
    hasText: like(desk, "ui-export-done-download", "name"),
  });
  // What is not in it is said below.
  await soon(() => told.getByRole("listitem").count()).toBeGreaterThan(0);
});

story("a name is erased from everywhere, and nothing brings it back", async ({ begin }) => {
  const desk = await begin();
  const name = "山田花子";
  await drawn(desk, ["届を書く", `${name}の届を受ける`]);
  await openFileDialog(desk);
  await press(desk, "ui-file-erase");
  await desk.page.getByRole("dialog", { name: desk.t("ui-erase-title") }).waitFor();
  await desk.page.getByRole("textbox", { name: desk.t("ui-erase-text-field") }).fill("山");
  await desk.page.getByText(desk.t("ui-erase-short")).waitFor();
  await desk.page.getByRole("textbox", { name: desk.t("ui-erase-text-field") }).fill(name);
  await desk.page.getByText(like(desk, "ui-erase-traces", "places")).waitFor();
  expect(await button(desk, "ui-erase-do").isDisabled()).toBe(true);
  await desk.page.getByText(desk.t("ui-erase-sure")).click();
  await press(desk, "ui-erase-do");
  await desk.page.getByText(like(desk, "ui-erase-done-places", "places")).waitFor();
  await closeDialog(desk);
  await soon(() => card(desk, name).count()).toBe(0);
  await desk.page.keyboard.press("Control+z");
  const copy = await downloaded(desk, () => desk.page.keyboard.press("Control+Shift+S"));
  expect(copy.bytes.includes(name)).toBe(false);
  expect(await card(desk, name).count()).toBe(0);
});

story("backups are listed, opened anew, and deleted after a second word", async ({ begin }) => {
  const desk = await begin();
  await press(desk, "ui-backups-start");
  await desk.page.getByText(desk.t("ui-backups-empty")).waitFor();
  await closeDialog(desk);
  await drawn(desk);
  await press(desk, "ui-header-back");
  const recent = desk.page.getByRole("row", { name: process });
  await recent.getByRole("button", { name: desk.t("ui-start-recent-open") }).click();
  await countsCards(desk, 2);
  await write(desk, ["届を確かめる"]);
  await press(desk, "ui-header-back");
  await press(desk, "ui-backups-start");
  const open = desk.page.getByRole("button", { name: like(desk, "ui-backups-open-what", "time") });
  await open.first().click();
  await countsCards(desk, 2);
  await press(desk, "ui-header-back");
  await press(desk, "ui-backups-start");
  const remove = desk.page.getByRole("button", {
    name: like(desk, "ui-backups-remove-what", "time"),
  });
  await remove.first().waitFor();
  const before = await remove.count();
  await remove.first().click();
  await press(desk, "ui-backups-yes");
  await soon(() => remove.count()).toBe(before - 1);
});
