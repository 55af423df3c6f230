/** The columns of the table for what is seldom said: written, refused, copied whole and pasted again. */
import { expect } from "vitest";
import { button, create, openSample, soon, undoAll } from "./hands";
import { type Desk, story } from "./story";
import { cell, copied, keys, openTable, paste, pen, rows, type } from "./table";

/** Goes along the row to the column. */
async function goTo(desk: Desk, column: string): Promise<void> {
  const word = desk.t(`ui-table-column-${column}`);
  await keys(desk, "Home");
  await soon(async () => {
    if ((await pen(desk).getAttribute("aria-label"))?.startsWith(`${word}:`)) return true;
    await keys(desk, "ArrowRight");
    return false;
  }).toBe(true);
}

story("what the panel knows of a step is written in the table as well", async ({ begin }) => {
  const desk = await begin();
  await create(desk, "転入届");
  await openTable(desk);
  await paste(desk, { "text/plain": "受け取る\r\n確かめる" });
  await soon(() => rows(desk).count()).toBe(2);
  await keys(desk, "Control+Home");
  await goTo(desk, "judgement");
  await paste(desk, {
    "text/plain": "必要\t0.5\t付加価値\t定型\tはい\r\n不要\t2%\t\t非定型\t",
  });
  await soon(() => cell(desk, 1, "pressure")).toBe("はい");
  expect(await cell(desk, 1, "error_rate")).toBe("0.5");
  await soon(() => cell(desk, 2, "error_rate")).toBe("2");
  expect(await cell(desk, 2, "judgement")).toBe(desk.t("ui-step-judgement-none"));
  await keys(desk, "ArrowDown");
  await goTo(desk, "because-of");
  await type(desk, "1");
  await keys(desk, "Enter");
  await soon(() => cell(desk, 2, "because_of")).toBe("受け取る");
  await keys(desk, "ArrowUp");
  await goTo(desk, "value");
  await type(desk, "高い");
  await keys(desk, "Control+Enter");
  await desk.page.getByRole("alert").filter({ hasText: "高い" }).waitFor();
  await keys(desk, "Escape", "Escape");
  expect(await undoAll(desk)).toBe(3);
});

story(
  "a whole row is copied with its words and changes nothing pasted again",
  async ({ begin }) => {
    const desk = await begin();
    await openSample(desk, "特別定額給付金");
    await openTable(desk);
    await keys(desk, "Home", "Shift+Space");
    const data = await copied(desk);
    expect(data["text/plain"]).toContain(desk.t("ui-table-column-travel"));
    await paste(desk, data);
    await desk.page.getByText(desk.t("ui-table-pasted-partly")).waitFor();
    await button(desk, "ui-header-undo-none").waitFor();
  },
);
