/** What a person does in the window, named by what they read there. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import type { Desk } from "./story";

/** A button, by its text. */
export function button(desk: Desk, id: string, values?: Record<string, string | number>): Locator {
  return desk.page.getByRole("button", { name: desk.t(id, values), exact: true });
}

/** Presses a button. */
export async function press(
  desk: Desk,
  id: string,
  values?: Record<string, string | number>,
): Promise<void> {
  await button(desk, id, values).click();
}

/** Opens the tab at the right that is called so, whatever number stands beside it. */
export async function tab(desk: Desk, id: string): Promise<void> {
  await desk.page.getByRole("tab", { name: new RegExp(`^${desk.t(id)}`) }).click();
}

/** Opens a sample from the start screen. */
export async function openSample(desk: Desk, name: string): Promise<void> {
  await desk.page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  await writing(desk).waitFor();
}

/** Begins a new process. */
export async function begin(desk: Desk, name: string): Promise<void> {
  await press(desk, "ui-start-new");
  await desk.page.getByLabel(desk.t("ui-start-new-name")).fill(name);
  await press(desk, "ui-start-new-create");
  await writing(desk).waitFor();
}

/** The field in which steps are written. */
export function writing(desk: Desk): Locator {
  return desk.page.getByRole("textbox", { name: desk.t("ui-cards-write-label") });
}

/** Writes steps, one after the other, as fast as one can type. */
export async function write(desk: Desk, names: string[]): Promise<void> {
  await writing(desk).focus();
  for (const name of names) {
    await desk.page.keyboard.insertText(name);
    await desk.page.keyboard.press("Enter");
  }
}

/** Goes on with Tab until `goal` has the focus; fails when it is never reached. */
export async function tabTo(desk: Desk, goal: Locator): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await goal.evaluate((element) => element.contains(document.activeElement))) {
      return;
    }
    await desk.page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches ${goal}`);
}

/** Waits until something is as expected. */
export function soon<T>(look: () => Promise<T> | T) {
  return expect.poll(look, { timeout: 15_000, interval: 50 });
}

/** The cards at the left: one row a step. */
export function cards(desk: Desk): Locator {
  return desk.page.getByRole("grid", { name: desk.t("ui-cards") }).getByRole("row");
}

/** The card of one step. */
export function card(desk: Desk, name: string): Locator {
  return cards(desk).filter({ hasText: name });
}

/** A figure of the line at the bottom. */
export function footer(desk: Desk): Locator {
  return desk.page.getByRole("contentinfo");
}

/** Undoes until there is nothing left; how often that was. */
export async function undoAll(desk: Desk): Promise<number> {
  return repeat(desk, "undo", "Control+z");
}

/** Redoes until there is nothing left; how often that was. */
export async function redoAll(desk: Desk): Promise<number> {
  return repeat(desk, "redo", "Control+y");
}

async function repeat(desk: Desk, way: "undo" | "redo", key: string): Promise<number> {
  let times = 0;
  for (let isMore = true; isMore; times += 1) {
    const answered = desk.page.waitForResponse((response) =>
      Boolean(response.request().postData()?.includes(`"type":"${way}"`)),
    );
    await desk.page.keyboard.press(key);
    const { ok } = await (await answered).json();
    isMore = ok[`${way}_label`] !== undefined;
  }
  await button(desk, `ui-header-${way}-none`).waitFor();
  return times;
}
