/** What a person does in the tab of the voices. */
import type { Locator } from "playwright-core";
import type { Desk } from "./story";

/** The field in which the next voice is written. */
export function field(desk: Desk): Locator {
  return desk.page.locator("#new-voice");
}

/** The word that is chosen in a row of the form. */
export async function voiced(desk: Desk, id: string): Promise<string> {
  const row = desk.page.getByRole("radiogroup", { name: desk.t(id) });
  return (await row.locator('[aria-checked="true"]').textContent()) ?? "";
}
