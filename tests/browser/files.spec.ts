/** Files: examples are marked, originals stay as they are, what cannot be read is told with what to do. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { card, cards, countsCards, openSample, press, soon, write } from "./hands";
import { type Desk, story } from "./story";

function openFile(desk: Desk, name: string): Promise<void> {
  return desk.page.getByRole("button", { name, exact: true }).click();
}

story("every sample is marked as an example, before and after it is opened", async ({ begin }) => {
  const desk = await begin();
  const mark = desk.t("ui-illustrative");
  const samples = desk.page.getByRole("button").filter({ hasText: mark });
  await soon(() => samples.count()).toBeGreaterThan(4);
  await openSample(desk, "特別定額給付金");
  await desk.page.getByRole("banner").getByText(mark, { exact: true }).waitFor();
  expect(await cards(desk).count()).toBeGreaterThan(30);
});

story("a file that cannot be read is told with its line and what to do", async ({ begin }) => {
  const text = "受付: 申請書を受け取る 10分\n  これは 手順ではない ] [";
  const desk = await begin({ files: [{ name: "broken.flow", text }] });
  await openFile(desk, "broken.flow");
  const problem = desk.page.getByRole("alert");
  await problem.waitFor();
  const place = desk.t("ui-notice-line", { file: "broken.flow", line: 2, column: "" });
  expect(await problem.textContent()).toContain(place.split("2")[0]);
  await press(desk, "ui-notice-close");
  await soon(() => problem.count()).toBe(0);
});

story("a text that was read stays as it is while one draws on", async ({ begin }) => {
  const desk = await begin({ files: ["travel-expense-payment.flow"] });
  const file = join(desk.program.folder, "travel-expense-payment.flow");
  const before = await readFile(file, "utf8");
  await openFile(desk, "travel-expense-payment.flow");
  await cards(desk).first().waitFor();
  const count = await cards(desk).count();
  await write(desk, ["控えを綴じる"]);
  await countsCards(desk, count + 1);
  expect(await readFile(file, "utf8")).toBe(before);
});

story("a file given at the start is open at once", async ({ begin }) => {
  const file = "travel-expense-payment.flow";
  const desk = await begin({ files: [file] }, { file });
  await cards(desk).first().waitFor();
});

story("what one did last is on the start screen, newest first, and opens", async ({ begin }) => {
  const desk = await begin();
  await openSample(desk, "旅費");
  await write(desk, ["控えを綴じる"]);
  await press(desk, "ui-header-back");
  await openSample(desk, "特別定額給付金");
  await press(desk, "ui-header-back");
  const recent = desk.page.getByRole("row").filter({
    has: desk.page.getByRole("button", { name: desk.t("ui-start-recent-open") }),
  });
  await soon(() => recent.count()).toBe(2);
  expect(await recent.nth(0).textContent()).toContain("特別定額給付金");
  await recent.nth(1).getByRole("button").click();
  await card(desk, "控えを綴じる").waitFor();
});
