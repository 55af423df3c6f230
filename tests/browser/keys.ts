/** For every key of the help page, that it does what the page says. A new key needs a line here. */
import type { Locator } from "playwright-core";
import { countsCards, picture, soon, tab, writing } from "./hands";
import type { Desk } from "./story";
import { pen } from "./table";

/** Presses `key` where it is meant and sees that it does what it says; leaves the window as it was. */
export type Proof = (desk: Desk, key: string) => Promise<void>;

export async function press(desk: Desk, key: string): Promise<void> {
  await desk.page.keyboard.press(key);
}

export async function has(goal: Locator): Promise<void> {
  await soon(() => goal.evaluate((it) => it.contains(document.activeElement))).toBe(true);
}

/** Puts the keyboard onto the picture, with the second of three steps chosen. */
export async function onPicture(desk: Desk): Promise<void> {
  await picture(desk).focus();
  await press(desk, "Home");
  await press(desk, "ArrowRight");
  await said(desk, "届を受ける");
}

export async function said(desk: Desk, name: string): Promise<void> {
  await soon(() => desk.page.locator("#canvas-focused").textContent()).toContain(name);
}

/** Puts `text` on the clipboard, so that what a key puts there can be told from it. */
export async function clip(desk: Desk, text: string): Promise<void> {
  await desk.page.evaluate((it) => navigator.clipboard.writeText(it), text);
}

/** The text on the clipboard. */
export async function clipped(desk: Desk): Promise<string> {
  return desk.page.evaluate(() => navigator.clipboard.readText());
}

function dialog(id: string): Proof {
  return async (desk, key) => {
    await press(desk, key);
    const opened = desk.page.getByRole("dialog", { name: desk.t(id) });
    await opened.waitFor();
    await press(desk, "Escape");
    await soon(() => opened.count()).toBe(0);
  };
}

function opensTab(id: string, other: string): Proof {
  return async (desk, key) => {
    await tab(desk, other).click();
    await press(desk, key);
    await soon(() => tab(desk, id).getAttribute("aria-selected")).toBe("true");
  };
}

/** Opens the form at the left that has `goal`, the keyboard in it; then the cards are there again. */
function opensForm(other: string, goal: (desk: Desk) => Locator): Proof {
  return async (desk, key) => {
    await press(desk, other);
    await soon(() => goal(desk).count()).toBe(0);
    await press(desk, key);
    await has(goal(desk));
    await press(desk, "Alt+5");
    await has(writing(desk));
  };
}

async function percent(desk: Desk): Promise<number> {
  return Number(/(\d+)%/.exec((await desk.page.locator(".zoom").textContent()) ?? "")?.[1]);
}

function zooms(from: string, holds: (now: number, was: number) => boolean): Proof {
  return async (desk, key) => {
    await press(desk, "Control+1");
    await soon(() => percent(desk)).toBe(100);
    await press(desk, from);
    await soon(async () => (await percent(desk)) !== 100).toBe(true);
    const was = await percent(desk);
    await press(desk, key);
    await soon(async () => holds(await percent(desk), was)).toBe(true);
  };
}

function field(desk: Desk, id: string): Locator {
  return desk.page.getByRole("textbox", { name: desk.t(id), exact: true });
}

function findOpens(id: string): Proof {
  return async (desk, key) => {
    await press(desk, key);
    await has(field(desk, "ui-find"));
    await soon(() => field(desk, "ui-replace-by").count()).toBe(id === "replace" ? 1 : 0);
    await press(desk, "Escape");
    await soon(() => field(desk, "ui-find").count()).toBe(0);
  };
}

function findGoes(place: number): Proof {
  return async (desk, key) => {
    await press(desk, "Control+f");
    await has(field(desk, "ui-find"));
    await field(desk, "ui-find").fill("届を");
    const told = desk.page.getByRole("search").getByRole("status").first();
    await soon(() => told.textContent()).toContain(desk.t("ui-find-count", { n: 3, at: 2 }));
    await press(desk, key);
    await soon(() => told.textContent()).toContain(desk.t("ui-find-count", { n: 3, at: place }));
    await field(desk, "ui-find").fill("");
    await press(desk, "Escape");
  };
}

/** Keys that do something with the file, or lead to another place. */
export const doing: Record<string, Proof> = {
  undo: async (desk, key) => {
    await writing(desk).fill("届を写す");
    await writing(desk).press("Enter");
    await countsCards(desk, 4);
    await press(desk, key);
    await countsCards(desk, 3);
  },
  redo: async (desk, key) => {
    await press(desk, key);
    await countsCards(desk, 4);
    await press(desk, "Control+z");
    await countsCards(desk, 3);
  },
  export: dialog("ui-export-title"),
  print: dialog("ui-print"),
  saved: async (desk, key) => {
    await press(desk, key);
    const told = desk.page.locator(".notice-done");
    await told.waitFor();
    await told.getByRole("button").click();
  },
  "save-copy": async (desk, key) => {
    const [copy] = await Promise.all([desk.page.waitForEvent("download"), press(desk, key)]);
    await soon(() => copy.suggestedFilename().endsWith(".kaizu")).toBe(true);
  },
  history: async (desk, key) => {
    await press(desk, key);
    await has(desk.page.getByRole("slider", { name: desk.t("ui-history-slider") }));
    await press(desk, "Escape");
  },
  help: dialog("ui-help-title"),
  areas: async (desk, key) => {
    await writing(desk).focus();
    await press(desk, key);
    await has(picture(desk));
  },
  "areas-back": async (desk, key) => {
    await picture(desk).focus();
    await press(desk, key);
    await has(writing(desk));
  },
  voice: async (desk, key) => {
    await press(desk, key);
    await has(desk.page.locator("#new-voice"));
  },
  heat: async (desk, key) => {
    const legend = desk.page.getByRole("list", { name: desk.t("ui-heat-legend") });
    await press(desk, key);
    await legend.waitFor();
    await press(desk, key);
    await soon(() => legend.count()).toBe(0);
  },
  list: dialog("ui-list-title"),
};

/** Keys that find, open and magnify. */
export const going: Record<string, Proof> = {
  find: findOpens("find"),
  "find-next": findGoes(3),
  "find-back": findGoes(1),
  replace: findOpens("replace"),
  "tab-step": opensTab("ui-step", "ui-findings"),
  "tab-findings": opensTab("ui-findings", "ui-step"),
  "tab-complaints": opensTab("ui-complaints", "ui-step"),
  "tab-numbers": opensTab("ui-numbers", "ui-step"),
  "form-outline": opensForm("Alt+6", writing),
  "form-table": opensForm("Alt+5", pen),
  "form-text": opensForm("Alt+5", (desk) => field(desk, "ui-text-label")),
  "zoom-in": zooms("Control+-", (now, was) => now > was),
  "zoom-out": zooms("Control+=", (now, was) => now < was),
  "zoom-actual": zooms("Control+=", (now) => now === 100),
  "zoom-whole": zooms("Control+=", (now, was) => now < was),
  "zoom-selection": zooms("Control+-", (now, was) => now > was),
  // It leaves the project, so it comes last.
  open: async (desk, key) => {
    await press(desk, key);
    await has(desk.page.locator("#files"));
  },
};
