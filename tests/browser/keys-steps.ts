/** The same for the keys that are about the chosen steps, in the picture as among the cards. */
import type { Locator } from "playwright-core";
import { cards, countsCards, soon } from "./hands";
import { clip, clipped, has, type Proof, press } from "./keys";
import type { Desk } from "./story";
import { field, voiced } from "./voices";

/** The names on all cards, in order. */
function names(desk: Desk): Promise<string[]> {
  return cards(desk).locator(".step-card-name").allTextContents();
}

/** One step more stands behind the chosen one, and is taken out again. */
async function twice(desk: Desk): Promise<void> {
  await soon(() => names(desk)).toEqual(["届を書く", "届を受ける", "届を受ける", "届を確かめる"]);
  await press(desk, "Control+z");
  await countsCards(desk, 3);
}

async function copied(desk: Desk, key: string): Promise<void> {
  await clip(desk, "来週の会議");
  await press(desk, key);
  await soon(() => clipped(desk)).toContain("届を受ける");
}

/** Whether there is a picture on the clipboard. */
function pictured(desk: Desk): Promise<boolean> {
  return desk.page.evaluate(async () =>
    (await navigator.clipboard.read()).some(({ types }) => types.includes("image/png")),
  );
}

async function leaves(desk: Desk, goal: Locator): Promise<void> {
  // What people often say is offered there, and put away first.
  await press(desk, "Escape");
  await soon(() => desk.page.locator(".voice-templates").count()).toBe(0);
  await press(desk, "Escape");
  await soon(() => goal.evaluate((it) => it === document.activeElement)).toBe(false);
}

function opensVoice(other: string, word: string): Proof {
  return async (desk, key) => {
    await press(desk, other);
    await has(field(desk));
    await leaves(desk, field(desk));
    await press(desk, key);
    await has(field(desk));
    await soon(() => voiced(desk, "ui-voices-whose")).toBe(word);
    await leaves(desk, field(desk));
  };
}

export const steps: Record<string, Proof> = {
  copy: copied,
  cut: async (desk, key) => {
    await copied(desk, key);
    await soon(() => names(desk)).toEqual(["届を書く", "届を確かめる"]);
    await press(desk, "Control+z");
    await countsCards(desk, 3);
  },
  paste: async (desk, key) => {
    await copied(desk, "Control+c");
    await press(desk, key);
    await twice(desk);
  },
  duplicate: async (desk, key) => {
    await press(desk, key);
    await twice(desk);
  },
  "copy-picture": async (desk, key) => {
    await clip(desk, "来週の会議");
    await press(desk, key);
    await soon(() => pictured(desk)).toBe(true);
  },
  menu: async (desk, key) => {
    const entry = desk.page.getByRole("menuitem", { name: desk.t("ui-menu-duplicate") });
    await press(desk, key);
    await entry.waitFor();
    await press(desk, "Escape");
    await soon(() => entry.count()).toBe(0);
  },
  "voice-staff": opensVoice("r", "職員"),
  "voice-resident": opensVoice("s", "住民"),
};
