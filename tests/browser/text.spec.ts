/** The flow as text beside its picture: read in every pause, taken back in one step, and left alone where it cannot be read. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { card, cards, create, like, press, soon, step, write } from "./hands";
import { type Desk, story } from "./story";

/** Opens the text with its key; the cursor stands in it. */
async function textOf(desk: Desk): Promise<Locator> {
  await desk.page.keyboard.press("Alt+7");
  const field = desk.page.getByRole("textbox", { name: desk.t("ui-text-label") });
  await soon(() => field.inputValue()).toContain("窓口");
  await soon(() => field.evaluate((it) => it === document.activeElement)).toBe(true);
  return field;
}

async function begun(desk: Desk): Promise<Locator> {
  await create(desk, "転入届");
  await write(desk, ["窓口：届を受ける", "窓口：届を確かめる"]);
  return textOf(desk);
}

story(
  "what is typed as text is in the picture after a pause, and one step back takes it out of both",
  async ({ begin }) => {
    const desk = await begin();
    const field = await begun(desk);
    await desk.page.keyboard.press("Control+End");
    await desk.page.keyboard.insertText("係長: 決める 5分");
    await step(desk, "決める").waitFor();
    await desk.page.getByText(desk.t("ui-text-written"), { exact: true }).waitFor();
    await desk.page.keyboard.press("Control+z");
    await soon(async () => (await field.inputValue()).includes("決める")).toBe(false);
    expect(await field.inputValue()).toContain("届を確かめる");
    expect(await step(desk, "決める").count()).toBe(0);
  },
);

story("a line that cannot be read is told with its number and loses nothing", async ({ begin }) => {
  const desk = await begin();
  const field = await begun(desk);
  await desk.page.keyboard.press("Control+End");
  await desk.page.keyboard.insertText("これは手順ではない");
  const lines = (await field.inputValue()).split("\n").length;
  await desk.page.getByText(desk.t("ui-text-line", { line: lines }), { exact: true }).waitFor();
  // Elsewhere and back: what was typed waits.
  await desk.page.keyboard.press("Alt+5");
  await soon(() => cards(desk).count()).toBe(2);
  await desk.page.keyboard.press("Alt+7");
  await soon(() => field.inputValue()).toContain("これは手順ではない");
});

story(
  "the line with the cursor is what is chosen, and what is chosen is marked",
  async ({ begin }) => {
    const desk = await begin();
    await begun(desk);
    await desk.page.keyboard.press("Control+End");
    await desk.page.keyboard.press("ArrowUp");
    await soon(() => desk.page.locator(".text-bar-chosen").count()).toBe(1);
    await desk.page.keyboard.press("Alt+5");
    await soon(() => card(desk, "届を確かめる").getAttribute("aria-selected")).toBe("true");
  },
);

story("who looks elsewhere within the pause comes back to what was written", async ({ begin }) => {
  const desk = await begin();
  const field = await begun(desk);
  await desk.page.keyboard.press("Control+End");
  await desk.page.keyboard.insertText("係長: 決める 5分");
  await desk.page.keyboard.press("Alt+5");
  await desk.page.keyboard.press("Alt+7");
  await step(desk, "決める").waitFor();
  await desk.page.getByText(desk.t("ui-text-written"), { exact: true }).waitFor();
  await desk.page.keyboard.press("Control+End");
  await desk.page.keyboard.insertText("係長: 綴じる");
  await step(desk, "綴じる").waitFor();
  expect(await desk.page.getByText(desk.t("ui-text-overtaken")).count()).toBe(0);
  expect(await field.inputValue()).toContain("決める");
});

story(
  "what was drawn meanwhile is not written over by a text that waited, unless one says so",
  async ({ begin }) => {
    const desk = await begin();
    const field = await begun(desk);
    await desk.page.keyboard.press("Control+End");
    await desk.page.keyboard.insertText("これは手順ではない");
    await desk.page
      .getByText(like(desk, "ui-text-line", "line"))
      .first()
      .waitFor();
    await desk.page.keyboard.press("Alt+5");
    await write(desk, ["届を綴じる"]);
    await desk.page.keyboard.press("Alt+7");
    await soon(() => field.inputValue()).toContain("これは手順ではない");
    await field.fill((await field.inputValue()).replace("これは手順ではない", "係長: 決める"));
    await desk.page.getByText(desk.t("ui-text-overtaken")).waitFor();
    await step(desk, "届を綴じる").waitFor();
    await press(desk, "ui-text-reread");
    await soon(() => field.inputValue()).toContain("届を綴じる");
    expect((await field.inputValue()).includes("決める")).toBe(false);
  },
);
