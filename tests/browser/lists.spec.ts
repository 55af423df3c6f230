/** A list or table is pasted, looked at and becomes a flow: in two keystrokes, by hand, and with what cannot be used. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { countsCards, create, soon, writing } from "./hands";
import { repository } from "./program";
import { type Desk, story } from "./story";

function fixture(name: string): string {
  return readFileSync(join(repository, `tests/fixtures/${name}`), "utf8");
}

/** The reference process as rows of cells. */
const rows = fixture("reference-20.md")
  .trim()
  .split("\n")
  .filter((line) => !line.includes("---"))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const tabbed = rows.map((row) => row.join("\t")).join("\r\n");
const html = `<html><body><table>${rows
  .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("\n")}</tr>`)
  .join("")}</table></body></html>`;

/** Puts it on the clipboard, as another program would. */
async function clip(desk: Desk, forms: Record<string, string>): Promise<void> {
  await desk.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await desk.page.evaluate(async (all) => {
    const blobs = Object.entries(all).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  }, forms);
}

function dialog(desk: Desk) {
  return desk.page.getByRole("dialog", { name: desk.t("ui-list-title") });
}

/** The flow as it is exported, without what the project calls itself. */
async function flow(desk: Desk): Promise<string> {
  await desk.page.keyboard.press("Control+e");
  await desk.page.getByRole("radio", { name: ".flow" }).check({ force: true });
  const coming = desk.page.waitForEvent("download");
  await desk.page.getByRole("button", { name: desk.t("ui-export-do") }).click();
  const text = readFileSync(await (await coming).path(), "utf8");
  return text
    .split("\n")
    .filter((line) => !/^(# |@フロー)/.test(line))
    .join("\n")
    .trim();
}

/** What the fixture says, without the line that tells what it is for and the lanes that are plain from the steps. */
const wanted = fixture("reference-20.flow")
  .split("\n")
  .filter((line) => !/^(\/\/|@担当)/.test(line))
  .join("\n")
  .trim();

for (const [form, forms] of Object.entries<Record<string, string>>({
  text: { "text/plain": tabbed },
  page: { "text/plain": tabbed, "text/html": html },
})) {
  story(
    `the reference table, pasted as ${form}, is the reference flow after two keystrokes`,
    async ({ begin }) => {
      const desk = await begin();
      await create(desk, "申請の受付");
      await clip(desk, forms);
      let actions = 0;
      const act = async (key: string) => {
        actions += 1;
        await desk.page.keyboard.press(key);
      };
      await act("Control+v");
      await dialog(desk)
        .getByText(desk.t("ui-list-count", { n: 20 }))
        .waitFor();
      await act("Enter");
      await dialog(desk).waitFor({ state: "hidden" });
      await countsCards(desk, 20);
      expect(actions).toBeLessThanOrEqual(5);
      expect(await flow(desk)).toBe(wanted);
      await desk.page.keyboard.press("Escape");
      await desk.page.getByRole("dialog").waitFor({ state: "hidden" });
      await desk.page.keyboard.press("Control+z");
      await countsCards(desk, 0);
    },
  );
}

story("columns are chosen by keyboard, and what cannot be used is told", async ({ begin }) => {
  const desk = await begin();
  await create(desk, "転入届");
  await desk.page.keyboard.press("Control+Shift+V");
  const field = dialog(desk).getByLabel(desk.t("ui-list-field"));
  await field.fill("あ\tい\tう\n届を受ける\t窓口\t木\n届を確かめる\t審査係\t紙");
  await dialog(desk)
    .getByText(desk.t("ui-list-count", { n: 3 }))
    .waitFor();
  await dialog(desk)
    .getByRole("radio", { name: desk.t("ui-list-head-first") })
    .click();
  await dialog(desk)
    .getByText(desk.t("ui-list-count", { n: 2 }))
    .waitFor();
  const third = dialog(desk).getByRole("button", { name: desk.t("ui-list-column", { n: 3 }) });
  await third.focus();
  await desk.page.keyboard.press("Enter");
  const media = desk.page.getByRole("option", { name: "媒体", exact: true });
  await media.waitFor();
  for (let n = 0; n < 9 && !(await media.evaluate((it) => it === document.activeElement)); n += 1) {
    await desk.page.keyboard.press("ArrowDown");
  }
  await desk.page.keyboard.press("Enter");
  await dialog(desk).getByText("「木」は読み取れない").waitFor();
  await field.press("Control+Enter");
  await countsCards(desk, 2);
  await desk.page.getByText(desk.t("ui-list-done", { n: 2 })).waitFor();
});

story(
  "a list goes behind what is chosen, and Esc leaves everything as it was",
  async ({ begin }) => {
    const desk = await begin();
    await create(desk, "転入届");
    await writing(desk).fill("窓口：届を受ける");
    await writing(desk).press("Enter");
    await countsCards(desk, 1);
    await clip(desk, {
      "text/plain": "1. 届を確かめる\n2. 揃っているか\n  ・不備の場合：1へ戻る\n3. 入力する",
    });
    await writing(desk).focus();
    await desk.page.keyboard.press("Control+v");
    await dialog(desk)
      .getByText(desk.t("ui-list-count", { n: 3 }))
      .waitFor();
    await desk.page.keyboard.press("Escape");
    await dialog(desk).waitFor({ state: "hidden" });
    await countsCards(desk, 1);
    await desk.page.keyboard.press("Control+v");
    await dialog(desk)
      .getByText(desk.t("ui-list-count", { n: 3 }))
      .waitFor();
    await desk.page.keyboard.press("Enter");
    await soon(() => desk.page.getByRole("dialog").count()).toBe(0);
    await countsCards(desk, 4);
  },
);

story(
  "a head of two rows is read, and who does every step is said once for all",
  async ({ begin }) => {
    const desk = await begin();
    await create(desk, "転入届");
    const text = '手順\t処理時間\t備考\n\t分\t\n"届を\n受ける"\t3\t"急ぐ\n月曜"\n届を確かめる\t5\t';
    await clip(desk, { "text/plain": text });
    await desk.page.keyboard.press("Control+v");
    await dialog(desk).getByText("処理時間 / 分").waitFor();
    const lane = dialog(desk).getByRole("combobox", { name: desk.t("ui-list-lane") });
    await lane.fill("市民課");
    await lane.press("Control+Enter");
    await countsCards(desk, 2);
    expect(await flow(desk)).toContain("市民課: 届を受ける 3分");
  },
);
