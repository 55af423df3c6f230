/** Printing: the sheets of the PDF, seen before, each on a page of its own; and the list of keys. */
import { expect } from "vitest";
import { button, openSample, press, soon, tab } from "./hands";
import { type Desk, story } from "./story";

/** The pages that a printer would get: width and height in points. */
async function pages(desk: Desk): Promise<string[]> {
  const file = (await desk.page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const boxes = [...file.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  return boxes.map(([, w, h]) => `${Math.round(Number(w))}×${Math.round(Number(h))}`);
}

/** The sheets that are seen before, each with its short and its long side as it lies. */
async function sized(desk: Desk, [short, long]: [number, number]): Promise<string[]> {
  const sheets = desk.page.locator(".print-sheet");
  const names = await sheets.evaluateAll((all) => all.map((it) => it.getAttribute("class") ?? ""));
  return names.map((name) => (name.endsWith("upright") ? `${short}×${long}` : `${long}×${short}`));
}

story("what is seen before is what is printed, on as many sheets as the PDF", async ({ begin }) => {
  const desk = await begin();
  const { page, t } = desk;
  await openSample(desk, "特別定額給付金");
  await page.keyboard.press("Control+p");
  await page.getByRole("dialog", { name: t("ui-print") }).waitFor();
  const sheets = page.locator(".print-sheet");
  await soon(() => sheets.count()).toBeGreaterThan(1);
  const n = await sheets.count();
  expect(await pages(desk)).toEqual(await sized(desk, [595, 842]));
  await page.getByRole("radio", { name: "A3" }).click();
  await soon(() => page.locator("[class*=print-a3]").count()).toBeGreaterThan(0);
  expect(await sheets.count()).toBeLessThan(n);
  expect(await pages(desk)).toEqual(await sized(desk, [842, 1191]));
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "yes");
  });
  await press(desk, "ui-print-do");
  expect(await page.getAttribute("body", "data-printed")).toBe("yes");
  await page.keyboard.press("Escape");
  await press(desk, "ui-header-export");
  await page.getByRole("radio", { name: "A4" }).click();
  await page.getByText(t("sheets-a4-upright", { n })).waitFor();
});

story("the list of keys is printed whole, and nothing else", async ({ begin }) => {
  const desk = await begin();
  await desk.page.keyboard.press("F1");
  await tab(desk, "ui-help-keys").click();
  await button(desk, "ui-keys-print").waitFor();
  await desk.page.emulateMedia({ media: "print" });
  const isPrinted = (id: string) => desk.page.getByText(desk.t(id), { exact: true }).isVisible();
  expect(await isPrinted("ui-key-undo")).toBe(true);
  expect(await isPrinted("ui-key-cards-list")).toBe(true);
  expect(await isPrinted("ui-start-headline")).toBe(false);
  expect(await isPrinted("ui-keys-print")).toBe(false);
});
