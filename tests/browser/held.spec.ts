/** Two people and one file: who comes second reads who has it, and goes on with a copy, or once it is free. */
import { expect } from "vitest";
import {
  card,
  countsCards,
  create,
  openFileDialog,
  press,
  verified,
  write,
  writing,
} from "./hands";
import { type Begin, type Desk, story } from "./story";

const FILE = "転入届";

/** A window with a project in the folder, and another person's window that opens the same. */
async function two(begin: Begin): Promise<[Desk, Desk]> {
  const first = await begin();
  await create(first, FILE);
  await write(first, ["届を書く"]);
  await openFileDialog(first);
  await press(first, "ui-file-place-choose");
  await first.page.getByRole("textbox", { name: first.t("ui-file-place-name") }).fill(FILE);
  await press(first, "ui-file-place-do");
  await first.page.getByText(first.t("ui-file-moved")).waitFor();
  const close = { name: first.t("ui-file-close"), exact: true };
  await first.page.getByRole("dialog").getByRole("button", close).last().click();
  await verified(first).waitFor();
  const second = await begin({ beside: first });
  await second.page.getByRole("button", { name: `${FILE}.kaizu` }).click();
  await second.page.getByText(second.t("ui-standing-held-do")).waitFor();
  return [first, second];
}

story("who comes second can look, and goes on with a copy", async ({ begin }) => {
  const [first, second] = await two(begin);
  await card(second, "届を書く").waitFor();
  expect(await writing(second).count()).toBe(0);
  await press(second, "ui-action-edit-copy");
  await write(second, ["届を受ける"]);
  await countsCards(second, 2);
  await write(first, ["届を確かめる"]);
  await countsCards(first, 2);
  expect(await card(first, "届を受ける").count()).toBe(0);
});

story("once the other program died, the file can be written again", async ({ begin }) => {
  const [first, second] = await two(begin);
  await write(first, ["届を受ける"]);
  await first.page.goto("about:blank");
  await first.program.kill();
  await press(second, "ui-action-reopen");
  await writing(second).waitFor();
  await countsCards(second, 2);
  await write(second, ["届を確かめる"]);
  await countsCards(second, 3);
});
