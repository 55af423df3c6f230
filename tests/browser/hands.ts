/** What a person does in the window, named by what they read there. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import type { Desk } from "./story";

type Values = Record<string, string | number>;

/** A button, by its text. */
export function button(desk: Desk, id: string, values?: Values): Locator {
  return desk.page.getByRole("button", { name: desk.t(id, values), exact: true });
}

/** Presses a button. */
export async function press(desk: Desk, id: string, values?: Values): Promise<void> {
  await button(desk, id, values).click();
}

/** A text of the catalogue whatever stands in the places of `values`. */
export function like(desk: Desk, id: string, ...values: string[]): RegExp {
  const text = desk.t(id, Object.fromEntries(values.map((value) => [value, "\u0000"])));
  const exact = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${exact.replaceAll("\u0000", ".*")}`);
}

/** The tab at the right that is called so, whatever number stands beside it. */
export function tab(desk: Desk, id: string): Locator {
  return desk.page.getByRole("tab", { name: like(desk, id) });
}

/** A word of a row in which one is chosen. */
export function word(desk: Desk, id: string, values?: Values): Locator {
  return desk.page.getByRole("radio", { name: desk.t(id, values) });
}

/** Opens a sample from the start screen. */
export async function openSample(desk: Desk, name: string): Promise<void> {
  await desk.page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  await writing(desk).waitFor();
}

/** Begins a new process. */
export async function create(desk: Desk, name: string): Promise<void> {
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
  // What stands before a colon is who does it.
  await card(desk, names.at(-1)?.replace(/^.*：/, "") ?? "").waitFor();
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

/** Waits until what a key or the size of the window led to has followed: a list hears of it with the next frame. */
export async function rests(desk: Desk): Promise<void> {
  await desk.page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** Waits until something is no longer as it was. */
export async function changes<T>(look: () => Promise<T>, was: T): Promise<void> {
  await soon(async () => (await look()) !== was).toBe(true);
}

/** The cards at the left: each can be moved, headings cannot. */
export function cards(desk: Desk): Locator {
  const handle = desk.page.getByRole("button", { name: like(desk, "ui-cards-move", "name") });
  const list = desk.page.getByRole("grid", { name: desk.t("ui-cards"), exact: true });
  return list.getByRole("row").filter({ has: handle });
}

/** The card of one step. */
export function card(desk: Desk, name: string): Locator {
  return cards(desk).filter({ hasText: name });
}

/** Waits until there are so many cards. */
export async function countsCards(desk: Desk, count: number): Promise<void> {
  await soon(() => cards(desk).count()).toBe(count);
}

/** The picture, where the hand works. */
export function picture(desk: Desk): Locator {
  return desk.page.getByRole("application");
}

/** What a step is called in the picture. */
export function step(desk: Desk, name: string): Locator {
  return picture(desk).getByText(name, { exact: true }).locator("visible=true").first();
}

/** A step of the picture, by what it is called: also where it is too small to be read. */
export function boxOf(desk: Desk, name: string): Locator {
  const titled = desk.page.locator("title", { hasText: name });
  return desk.page.locator('.canvas-paper > [data-id^="step/"]').filter({ has: titled }).first();
}

/** Opens the strip of the history; its slider, with the keyboard on it. */
export async function lookBack(desk: Desk): Promise<Locator> {
  await desk.page.keyboard.press("F8");
  const slider = desk.page.getByRole("slider", { name: desk.t("ui-history-slider") });
  await slider.waitFor();
  return slider;
}

/** What says that everything was written and read back. */
export function verified(desk: Desk): Locator {
  return desk.page.getByRole("button", { name: like(desk, "ui-header-verified", "time") });
}

/** Opens the dialog of the file. */
export async function openFileDialog(desk: Desk): Promise<void> {
  await verified(desk).click();
  await desk.page.getByRole("dialog", { name: desk.t("ui-file-title") }).waitFor();
}

/** How many changes of a proposal are taken. */
export function accepted(desk: Desk): Locator {
  return desk.page.getByText(like(desk, "ui-cards-accepted", "accepted", "total"));
}

/** Composes a proposal of the widest range, and waits until it is there. */
export async function propose(desk: Desk): Promise<void> {
  await word(desk, "ui-header-propose").click();
  await press(desk, "ui-propose-start");
  await accepted(desk).waitFor({ timeout: 60_000 });
}

/** Shows how the cases go, under the conditions that are tried. */
export async function toReplay(desk: Desk): Promise<void> {
  await word(desk, "ui-trial").click();
  await press(desk, "ui-replay-option");
}

/** The answer to a call of this kind that `act` leads to. */
export async function answer<T>(desk: Desk, type: string, act: () => Promise<void>): Promise<T> {
  const answered = desk.page.waitForResponse((response) =>
    Boolean(response.request().postData()?.includes(`"type":"${type}"`)),
  );
  await act();
  const { ok } = await (await answered).json();
  return ok;
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
    const view = await answer<Record<string, unknown>>(desk, way, () =>
      desk.page.keyboard.press(key),
    );
    isMore = view[`${way}_label`] !== undefined;
  }
  await button(desk, `ui-header-${way}-none`).waitFor();
  return times;
}
