/** What a person does in the table. */
import type { Locator } from "playwright-core";
import { soon } from "./hands";
import type { Desk } from "./story";

export function grid(desk: Desk): Locator {
  return desk.page.getByRole("grid", { name: desk.t("ui-table"), exact: true });
}

/** The rows of the flow, without the head and the empty one at the end. */
export function rows(desk: Desk): Locator {
  return grid(desk).locator(".table-row:not([data-new])");
}

/** The text of a cell: row and column from 1, as people count them. */
export async function cell(desk: Desk, row: number, column: string): Promise<string> {
  const id = `[id$="-${column}"]`;
  return (
    (await rows(desk)
      .nth(row - 1)
      .locator(id)
      .textContent()) ?? ""
  );
}

/** Opens the table; the keyboard is in it. */
export async function openTable(desk: Desk): Promise<void> {
  await desk.page.keyboard.press("Alt+6");
  await grid(desk).waitFor();
  await soon(() => isIn(desk)).toBe(true);
}

/** The field that lies over the cell one is in. */
export function pen(desk: Desk): Locator {
  return desk.page.locator(".table-pen");
}

/** Whether the table has the keyboard. */
export async function isIn(desk: Desk): Promise<boolean> {
  return desk.page.evaluate(() => document.activeElement?.className === "table-pen");
}

/** Presses keys one after the other. */
export async function keys(desk: Desk, ...all: string[]): Promise<void> {
  for (const key of all) await desk.page.keyboard.press(key);
}

export async function type(desk: Desk, text: string): Promise<void> {
  await desk.page.keyboard.insertText(text);
}

/** What another program put on the clipboard arrives in the field that has the keyboard. */
export async function paste(desk: Desk, data: Record<string, string>): Promise<void> {
  await desk.page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, data);
}

/** What would be copied. */
export async function copied(desk: Desk): Promise<Record<string, string>> {
  return desk.page.evaluate(() => {
    const clipboardData = new DataTransfer();
    const event = new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
    return Object.fromEntries(
      [...clipboardData.types].map((type) => [type, clipboardData.getData(type)]),
    );
  });
}
