/** The same for the keys of the picture and of the cards. */
import { card, cards, countsCards, picture, soon, tab, word, writing } from "./hands";
import { has, onPicture, type Proof, press, said } from "./keys";
import type { Desk } from "./story";

/** Puts the keyboard onto the second of three cards. */
export async function onCard(desk: Desk): Promise<void> {
  const here = card(desk, "届を受ける");
  await here.click();
  await has(here);
}

function walks(from: string, to: string): Proof {
  return async (desk, key) => {
    await card(desk, from).click();
    await picture(desk).focus();
    await said(desk, from);
    await press(desk, key);
    await said(desk, to);
  };
}

function tool(id: string): Proof {
  return async (desk, key) => {
    await press(desk, key);
    await soon(() => word(desk, `ui-tool-${id}`).getAttribute("aria-checked")).toBe("true");
    await press(desk, "Escape");
  };
}

async function namedInPicture(desk: Desk, key: string): Promise<void> {
  await press(desk, key);
  await has(desk.page.locator(".canvas-writing"));
  await press(desk, "Escape");
  await soon(() => desk.page.locator(".canvas-writing").count()).toBe(0);
}

export const canvas: Record<string, Proof> = {
  "walk-right": walks("届を書く", "届を受ける"),
  "walk-left": walks("届を受ける", "届を書く"),
  "walk-up": walks("届を受ける", "届を書く"),
  "walk-down": walks("届を書く", "届を受ける"),
  "walk-first": walks("届を確かめる", "届を書く"),
  "walk-last": walks("届を書く", "届を確かめる"),
  about: async (desk, key) => {
    await tab(desk, "ui-findings").click();
    await onPicture(desk);
    await press(desk, key);
    await soon(() => tab(desk, "ui-step").getAttribute("aria-selected")).toBe("true");
  },
  rename: namedInPicture,
  "add-after": namedInPicture,
  remove: async (desk, key) => {
    await press(desk, key);
    await countsCards(desk, 2);
    await press(desk, "Control+z");
    await countsCards(desk, 3);
  },
  "select-all": async (desk, key) => {
    await press(desk, key);
    await soon(() => cards(desk).and(desk.page.locator("[aria-selected=true]")).count()).toBe(3);
  },
  leave: async (desk, key) => {
    await press(desk, key);
    await soon(() => desk.page.locator('.cards [role=row][aria-selected="true"]').count()).toBe(0);
  },
  "tool-select": tool("select"),
  "tool-connect": tool("connect"),
  "tool-add-step": tool("add-step"),
  "tool-pan": tool("pan"),
  map: async (desk, key) => {
    const kept = () => desk.page.evaluate(() => localStorage.getItem("kaizu-map"));
    await press(desk, key);
    await soon(kept).toBe("hidden");
    await press(desk, key);
    await soon(kept).toBe("shown");
  },
  "hold-paper": async (desk, key) => {
    const { keyboard, mouse } = desk.page;
    const sheet = desk.page.locator(".canvas-sheet");
    const was = await sheet.getAttribute("style");
    const box = await picture(desk).boundingBox();
    const [x, y] = [(box?.x ?? 0) + 200, (box?.y ?? 0) + 200];
    await mouse.move(x, y);
    await keyboard.down(key);
    await mouse.down();
    await mouse.move(x - 60, y, { steps: 3 });
    await mouse.up();
    await keyboard.up(key);
    await soon(async () => (await sheet.getAttribute("style")) !== was).toBe(true);
  },
};

export const inCards: Record<string, Proof> = {
  "cards-next": async (desk, key) => {
    await writing(desk).focus();
    await desk.page.keyboard.insertText("届を写す");
    await press(desk, key);
    await countsCards(desk, 4);
    await soon(() => writing(desk).inputValue()).toBe("");
    await press(desk, "Control+z");
    await countsCards(desk, 3);
  },
  "cards-lane": async (desk, key) => {
    const lane = desk.page.locator(".writer .select-button");
    await writing(desk).focus();
    const was = await lane.textContent();
    await press(desk, key);
    await soon(async () => (await lane.textContent()) !== was).toBe(true);
  },
  "cards-move": async (desk, key) => {
    const order = () => cards(desk).allTextContents();
    const was = await order();
    await press(desk, key);
    await soon(async () => (await order()).join() !== was.join()).toBe(true);
    await press(desk, "Control+z");
    await soon(async () => (await order()).join() === was.join()).toBe(true);
  },
  "cards-rename": async (desk, key) => {
    await press(desk, key);
    await has(cards(desk).getByRole("textbox", { name: desk.t("ui-cards-rename") }));
    await press(desk, "Escape");
  },
  "cards-remove": async (desk, key) => {
    await press(desk, key);
    await countsCards(desk, 2);
    await press(desk, "Control+z");
    await countsCards(desk, 3);
  },
  "cards-list": async (desk, key) => {
    await writing(desk).focus();
    await press(desk, key);
    await has(desk.page.getByRole("grid", { name: desk.t("ui-cards"), exact: true }));
  },
};
