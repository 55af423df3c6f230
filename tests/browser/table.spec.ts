/** The table: written, pasted, filled, sorted and moved as in a spreadsheet, by the keyboard alone. */
import { expect } from "vitest";
import { barriers } from "./accessible";
import { button, create, openSample, press, soon, step, undoAll } from "./hands";
import { type Desk, story } from "./story";
import { cell, copied, grid, isIn, keys, openTable, paste, rows, type } from "./table";

const sample = "特別定額給付金";

story(
  "an empty table is written in like a spreadsheet, and undone row by row",
  async ({ begin }) => {
    const desk = await begin();
    await create(desk, "転入届");
    await openTable(desk);
    await desk.page.getByText(desk.t("ui-table-empty")).waitFor();
    await type(desk, "届を受ける");
    await keys(desk, "Tab");
    await type(desk, "窓口係");
    await keys(desk, "Enter");
    await type(desk, "届を確かめる");
    await keys(desk, "Enter");
    await soon(() => rows(desk).count()).toBe(2);
    await soon(() => cell(desk, 1, "lane")).toBe("窓口係");
    await soon(() => cell(desk, 2, "lane")).toBe("窓口係");
    await step(desk, "届を確かめる").waitFor();
    await keys(desk, "ArrowUp", "Home", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab");
    await type(desk, "1時間半");
    await keys(desk, "Enter");
    await soon(() => cell(desk, 2, "minutes")).toBe("90");
    expect(await undoAll(desk)).toBe(4);
    await soon(() => rows(desk).count()).toBe(0);
  },
);

/** Chooses what is in a range: the first cell, then so many rows and columns more. */
async function choose(desk: Desk, more: { rows?: number; columns?: number }): Promise<void> {
  for (let n = 0; n < (more.rows ?? 0); n += 1) await keys(desk, "Shift+ArrowDown");
  for (let n = 0; n < (more.columns ?? 0); n += 1) await keys(desk, "Shift+ArrowRight");
}

story("rows of Excel become steps, in one step that is undone at once", async ({ begin }) => {
  const desk = await begin();
  await create(desk, "転入届");
  await openTable(desk);
  const html = `<style>td {color:red}</style><table>
    <tr><td style="height:13pt">届を受ける<td>窓口<td>受付</tr>
    <tr><td>要否を<br>決める<td>審査<td>審査<td>分岐</tr>
    <tr><td>通知する<td>窓口<td></tr></table>`;
  await paste(desk, { "text/html": html, "text/plain": "x" });
  await soon(() => rows(desk).count()).toBe(3);
  await soon(() => cell(desk, 2, "kind")).toBe("分岐");
  expect(await cell(desk, 3, "lane")).toBe("窓口");
  // The columns at the end are there once one goes to them.
  await keys(desk, "End");
  await soon(async () => (await cell(desk, 1, "next")).includes("要否を")).toBe(true);
  await step(desk, "通知する").waitFor();
  expect(await undoAll(desk)).toBe(1);
  await soon(() => rows(desk).count()).toBe(0);
});

story(
  "a list with a head of its own is looked at first, and goes behind the last row",
  async ({ begin }) => {
    const desk = await begin();
    await create(desk, "転入届");
    await openTable(desk);
    await type(desk, "届を受ける");
    await keys(desk, "Enter");
    await soon(() => rows(desk).count()).toBe(1);
    await paste(desk, { "text/plain": "担当\t作業\t媒体\t時間\r\n窓口\t入力する\t紙\t15" });
    await desk.page.getByRole("dialog", { name: desk.t("ui-list-title") }).waitFor();
    await press(desk, "ui-list-do");
    await soon(() => rows(desk).count()).toBe(2);
    expect([await cell(desk, 2, "name"), await cell(desk, 2, "minutes")]).toEqual([
      "入力する",
      "15",
    ]);
  },
);

story("a range is copied by the keys of the system and pasted elsewhere", async ({ begin }) => {
  const desk = await begin();
  await openSample(desk, sample);
  await openTable(desk);
  const lane = await cell(desk, 1, "lane");
  const first = await cell(desk, 1, "media");
  await keys(desk, "Tab", "Tab", "Tab", "Tab");
  await keys(desk, "Control+c", "ArrowDown", "ArrowDown");
  expect((await cell(desk, 3, "media")) === first).toBe(false);
  await choose(desk, { rows: 2 });
  await keys(desk, "Control+v");
  for (const row of [3, 4, 5]) await soon(() => cell(desk, row, "media")).toBe(first);
  await keys(desk, "Home", "Shift+Space");
  const { "text/plain": text = "", "text/html": html } = await copied(desk);
  expect(text.split("\r\n")[0]).toContain(desk.t("ui-table-column-minutes"));
  expect(text.split("\r\n")).toHaveLength(2);
  expect(text).toContain(lane);
  expect(html).toContain("<table>");
});

story("what cannot be read is told with its place, and nothing is written", async ({ begin }) => {
  const desk = await begin();
  await openSample(desk, sample);
  await openTable(desk);
  const before = await cell(desk, 3, "minutes");
  for (let n = 0; n < 6; n += 1) await keys(desk, "Tab");
  await paste(desk, { "text/plain": "7\r\n\r\n早い" });
  const number = await cell(desk, 3, "number");
  const minutes = desk.t("ui-table-column-minutes");
  const place = desk.t("ui-table-pasted-wrong-number", { row: 3, number, column: minutes });
  await desk.page.getByRole("alert").filter({ hasText: place }).waitFor();
  expect((await cell(desk, 1, "minutes")) === "7").toBe(false);
  expect(await cell(desk, 3, "minutes")).toBe(before);
  // What one typed is there to be mended.
  await type(desk, "すぐ");
  await keys(desk, "Enter");
  const pen = desk.page.locator(".table-pen");
  await soon(() => pen.inputValue()).toBe("すぐ");
  await keys(desk, "Control+a");
  await type(desk, "8");
  await keys(desk, "Enter");
  await soon(() => cell(desk, 3, "minutes")).toBe("8");
  await soon(() => desk.page.getByRole("alert").count()).toBe(0);
});

story("what was refused waits in its cell until it is mended or given up", async ({ begin }) => {
  const desk = await begin();
  await openSample(desk, sample);
  await openTable(desk);
  const before = await cell(desk, 1, "minutes");
  for (let n = 0; n < 6; n += 1) await keys(desk, "Tab");
  await type(desk, "すぐ");
  await keys(desk, "Control+Enter");
  const pen = desk.page.locator(".table-pen");
  await soon(() => pen.inputValue()).toBe("すぐ");
  await keys(desk, "Escape", "ArrowDown", "ArrowDown");
  await type(desk, "8");
  await keys(desk, "Enter");
  await soon(() => cell(desk, 3, "minutes")).toBe("8");
  // In another form meanwhile, and back.
  await keys(desk, "Alt+5");
  await openTable(desk);
  const refused = grid(desk).locator('[aria-invalid="true"]');
  await soon(() => refused.textContent()).toBe("すぐ");
  await press(desk, "ui-table-refused-go");
  await desk.page.getByText(desk.t("ui-table-refused-keys")).waitFor();
  expect(await barriers(desk.page)).toEqual([]);
  await keys(desk, "Enter");
  await soon(() => pen.inputValue()).toBe("すぐ");
  await keys(desk, "Escape", "Escape");
  await soon(() => cell(desk, 1, "minutes")).toBe(before);
  expect(await refused.count()).toBe(0);
});

story(
  "the chosen row is chosen in the picture and among the cards, and back",
  async ({ begin }) => {
    const desk = await begin();
    await openSample(desk, sample);
    await openTable(desk);
    await keys(desk, "ArrowDown", "ArrowDown");
    const name = await cell(desk, 3, "name");
    await desk.page.getByRole("tab", { name: desk.t("ui-form-outline") }).click();
    const cards = desk.page.getByRole("grid", { name: desk.t("ui-cards"), exact: true });
    await cards.locator('[aria-selected="true"]').filter({ hasText: name }).waitFor();
    await openTable(desk);
    await soon(() => grid(desk).locator("[data-in]").textContent()).toContain(name);
    await keys(desk, "F6");
    await soon(() => isIn(desk)).toBe(false);
    await keys(desk, "End");
    const last = grid(desk).locator("[data-in]");

    expect(await last.isVisible()).toBe(true);
  },
);

story("rows are added, moved and taken out by the keyboard", async ({ begin }) => {
  const desk = await begin();
  await create(desk, "転入届");
  await openTable(desk);
  await paste(desk, { "text/plain": "甲\r\n乙\r\n丙" });
  await soon(() => rows(desk).count()).toBe(3);
  await keys(desk, "Control+Home", "ArrowRight", "Insert");
  await type(desk, "丁");
  await keys(desk, "Enter");
  await soon(() => rows(desk).count()).toBe(4);
  const names = async () => Promise.all([1, 2, 3, 4].map((row) => cell(desk, row, "name")));
  await soon(names).toEqual(["甲", "丁", "乙", "丙"]);
  await keys(desk, "ArrowUp", "Alt+ArrowDown");
  await soon(names).toEqual(["甲", "乙", "丁", "丙"]);
  await keys(desk, "Control+-");
  await soon(() => rows(desk).count()).toBe(3);
  await keys(desk, "Control+z");
  await soon(() => rows(desk).count()).toBe(4);
  await keys(desk, "Insert", "ArrowDown");
  await soon(() => grid(desk).locator("[data-new]").count()).toBe(1);
});

story("sorting and filtering say that the order of the steps stays", async ({ begin }) => {
  const desk = await begin();
  await openSample(desk, sample);
  await openTable(desk);
  const before = await cell(desk, 1, "name");
  for (let n = 0; n < 6; n += 1) await keys(desk, "Tab");
  await keys(desk, "Control+Shift+l");
  const menu = desk.page.getByRole("dialog");
  await menu.getByRole("radio", { name: desk.t("ui-table-sort-down") }).click();
  await keys(desk, "Escape");
  await desk.page.getByText(desk.t("ui-table-sorted")).waitFor();
  const minutes = await Promise.all(
    [1, 2, 3].map(async (row) => Number(await cell(desk, row, "minutes"))),
  );
  expect(minutes).toEqual([...minutes].sort((a, b) => b - a));
  expect(minutes[0]).toBeGreaterThan(9);
  await keys(desk, "Control+Shift+l");
  await menu.getByRole("textbox", { name: desk.t("ui-table-filter") }).fill("5");
  await keys(desk, "Enter");
  await soon(async () =>
    (await rows(desk).locator('[id$="-minutes"]').allTextContents()).every((it) =>
      it.includes("5"),
    ),
  ).toBe(true);
  await press(desk, "ui-table-order-end");
  await soon(() => cell(desk, 1, "name")).toBe(before);
  await button(desk, "ui-header-undo-none").waitFor();
});

story(
  "of a thousand rows those in sight are there, and End reaches the last",
  async ({ begin }) => {
    const lines = Array.from({ length: 1000 }, (_, n) => `窓口: 手順${n + 1}を行う 5分`);
    const file = { name: "長い業務.flow", text: ["# 長い業務", ...lines, ""].join("\n") };
    const desk = await begin({ files: [file] }, { language: "ja", file: file.name });
    await step(desk, "手順1を行う").waitFor();
    await openTable(desk);
    expect(await rows(desk).count()).toBeLessThan(40);
    await keys(desk, "Control+End", "ArrowUp", "Home");
    await rows(desk).last().locator('[id$="-name"]', { hasText: "手順1000を行う" }).waitFor();
    expect(await rows(desk).count()).toBeLessThan(40);
  },
);

story("a cell offers its words, and the pointer chooses, edits and widens", async ({ begin }) => {
  const desk = await begin();
  await create(desk, "転入届");
  await openTable(desk);
  await paste(desk, { "text/plain": "甲\r\n乙" });
  await soon(() => rows(desk).count()).toBe(2);
  await keys(desk, "Control+Home", "Tab", "Tab", "Tab", "Tab");
  await type(desk, "確");
  await desk.page.getByRole("option", { name: "確認", exact: true }).waitFor();
  await keys(desk, "ArrowDown", "Enter");
  await soon(() => cell(desk, 1, "kind")).toBe("確認");
  const second = rows(desk).nth(1).locator('[id$="-name"]');
  await second.dblclick();
  await keys(desk, "End");
  await type(desk, "を送る");
  await keys(desk, "Enter");
  await soon(() => cell(desk, 2, "name")).toBe("乙を送る");
  const head = grid(desk).getByRole("columnheader").nth(1);
  const edge = head.locator(".table-edge");
  await edge.hover();
  const [before, at] = [await head.boundingBox(), await edge.boundingBox()];
  if (!before || !at) throw new Error("no column");
  const middle = { x: at.x + at.width / 2, y: at.y + at.height / 2 };
  await desk.page.mouse.down();
  await desk.page.mouse.move(middle.x + 60, middle.y);
  await desk.page.mouse.up();
  await soon(async () => Math.round((await head.boundingBox())?.width ?? 0)).toBe(
    Math.round(before.width) + 60,
  );
  await keys(desk, "Control+Home", "Tab", "Alt+Shift+ArrowRight");
  await soon(async () => Math.round((await head.boundingBox())?.width ?? 0)).toBe(
    Math.round(before.width) + 76,
  );
});
