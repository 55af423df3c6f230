/** The same for the keys of the voices. */
import type { Locator } from "playwright-core";
import { picture, soon } from "./hands";
import { has, onPicture, type Proof, press } from "./keys";
import type { Desk } from "./story";
import { field, voiced } from "./voices";

function said(desk: Desk): Locator {
  return desk.page.locator("[data-title]");
}

/** What people often say. */
function often(desk: Desk): Locator {
  const list = desk.page.getByRole("listbox", { name: desk.t("ui-voices-often-list") });
  return list.getByRole("option");
}

async function says(desk: Desk, text: string): Promise<void> {
  const had = await said(desk).count();
  await desk.page.keyboard.insertText(text);
  await press(desk, "Enter");
  await soon(() => said(desk).count()).toBe(had + 1);
}

/** Puts the keyboard into the field for the next voice; two are written already. */
export async function onVoices(desk: Desk): Promise<void> {
  await onPicture(desk);
  await press(desk, "s");
  await has(field(desk));
  if ((await said(desk).count()) > 0) return;
  await says(desk, "確認の電話が多い");
  await says(desk, "写し間違いが毎月ある");
}

const OTHER_WAY: Record<string, string> = {
  "Alt+ArrowUp": "Alt+ArrowDown",
  "Alt+ArrowDown": "Alt+ArrowUp",
  "Alt+ArrowLeft": "Alt+ArrowRight",
  "Alt+ArrowRight": "Alt+ArrowLeft",
};

/** A word of the form becomes another, and by the key of the other way what it was. */
function turns(row: string, words: Record<string, string>): Proof {
  return async (desk, key) => {
    const was = await voiced(desk, row);
    await press(desk, key);
    await soon(() => voiced(desk, row)).toBe(words[key]);
    await press(desk, OTHER_WAY[key] ?? "");
    await soon(() => voiced(desk, row)).toBe(was);
  };
}

export const inVoices: Record<string, Proof> = {
  "voices-write": async (desk, key) => {
    await desk.page.keyboard.insertText("窓口の列が長い");
    await press(desk, key);
    await soon(() => said(desk).allTextContents()).toContain("窓口の列が長い");
    await soon(() => field(desk).inputValue()).toBe("");
    await press(desk, "Control+z");
    await soon(() => said(desk).count()).toBe(2);
  },
  "voices-whose": turns("ui-voices-whose", { "Alt+ArrowUp": "住民", "Alt+ArrowDown": "住民" }),
  "voices-kind": turns("ui-voices-kind", {
    "Alt+ArrowLeft": "アイデア",
    "Alt+ArrowRight": "要求",
  }),
  "voices-walk": async (desk, key) => {
    const [from, to] = key === "ArrowDown" ? [0, 1] : [1, 0];
    await press(desk, "ArrowDown");
    await has(often(desk).nth(0));
    if (from === 1) await press(desk, "ArrowDown");
    await has(often(desk).nth(from));
    await press(desk, key);
    await has(often(desk).nth(to));
    await press(desk, "Escape");
    await has(field(desk));
    await said(desk).nth(from).focus();
    await press(desk, key);
    await has(said(desk).nth(to));
  },
  "voices-change": async (desk, key) => {
    const text = desk.page.getByRole("textbox", { name: desk.t("ui-voices-text"), exact: true });
    await said(desk).first().focus();
    await press(desk, key);
    await has(text);
    await text.fill("電話が毎日十件ある");
    await press(desk, "Enter");
    await soon(() => said(desk).allTextContents()).toContain("電話が毎日十件ある");
    await press(desk, "Control+z");
    await soon(() => said(desk).allTextContents()).toContain("確認の電話が多い");
  },
  "voices-remove": async (desk, key) => {
    await said(desk).first().focus();
    await press(desk, key);
    await soon(() => said(desk).allTextContents()).toEqual(["写し間違いが毎月ある"]);
    await press(desk, "Control+z");
    await soon(() => said(desk).count()).toBe(2);
  },
  "voices-leave": async (desk, key) => {
    // Nothing that people often say fits it, so that nothing else is put away first.
    await desk.page.keyboard.insertText("区分が読めない");
    await soon(() => often(desk).count()).toBe(0);
    await press(desk, key);
    await has(picture(desk));
    await field(desk).fill("");
  },
};
