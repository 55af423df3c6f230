/** Finding one's way in a flow: look for a word, go from place to place, put another word there. */
import { expect } from "vitest";
import { answer, boxOf, button, openSample, picture, soon } from "./hands";
import { type Desk, story } from "./story";

const sample = "特別定額給付金";

type View = { records: Record<string, Record<string, { name?: string; text?: string }>> };

/** The field in which one writes what is looked for. */
function field(desk: Desk) {
  return desk.page.getByRole("textbox", { name: desk.t("ui-find"), exact: true });
}

/** What is said of how many there are. */
function told(desk: Desk) {
  return desk.page.getByRole("search").getByRole("status").first();
}

/** Opens the line and looks for `text`, from the keyboard. */
async function lookFor(desk: Desk, text: string): Promise<void> {
  await desk.page.keyboard.press("Control+f");
  await soon(() => field(desk).evaluate((it) => it === document.activeElement)).toBe(true);
  await desk.page.keyboard.insertText(text);
}

/** What is chosen, as the picture says it. */
function said(desk: Desk): Promise<string | null> {
  return desk.page.locator("#canvas-focused").textContent();
}

story(
  "a word is found however it is written, and Enter goes from place to place",
  async ({ begin }) => {
    const desk = await begin();
    const { page, t } = desk;
    await openSample(desk, sample);
    await lookFor(desk, "ｼﾝｾｲｼｮ");
    await soon(() => told(desk).textContent()).toBe(t("ui-find-none"));
    await field(desk).fill("申請書");
    await soon(() => told(desk).textContent()).toContain("件中 1件目");
    const first = await said(desk);
    await page.keyboard.press("Enter");
    await soon(() => told(desk).textContent()).toContain("件中 2件目");
    await soon(async () => (await said(desk)) !== first).toBe(true);
    await page.keyboard.press("Shift+Enter");
    await soon(() => said(desk)).toBe(first);
    await page.keyboard.press("F3");
    await soon(() => told(desk).textContent()).toContain("件中 2件目");
    expect(await page.locator(".halo-found").count()).toBe(1);
    const chosen = await said(desk);
    await page.keyboard.press("Escape");
    await soon(() => field(desk).count()).toBe(0);
    expect(await picture(desk).evaluate((it) => it === document.activeElement)).toBe(true);
    expect(await said(desk)).toBe(chosen);
    expect(await page.locator(".halo-found").count()).toBe(0);
  },
);

story("what is found beyond the edge of the screen comes into sight", async ({ begin }) => {
  const desk = await begin();
  await openSample(desk, sample);
  await desk.page.keyboard.press("Control+1");
  await lookFor(desk, "振込");
  await soon(() => told(desk).textContent()).toContain("件目");
  await soon(() => said(desk)).toContain("振込データをExcelから作成");
  await soon(async () => {
    const place = await picture(desk).boundingBox();
    const box = await boxOf(desk, "振込データをExcelから作成").boundingBox();
    if (!place || !box) return false;
    return box.x >= place.x && box.x + box.width <= place.x + place.width;
  }).toBe(true);
});

story(
  "words are replaced where one chose, and one undo takes all of it back",
  async ({ begin }) => {
    const desk = await begin();
    const { page, t } = desk;
    await openSample(desk, sample);
    await page.keyboard.press("Control+h");
    await soon(() => field(desk).evaluate((it) => it === document.activeElement)).toBe(true);
    await page.keyboard.insertText("申請書");
    await soon(() => told(desk).textContent()).toContain("件目");
    await page.getByRole("textbox", { name: t("ui-replace-by") }).fill("届書");
    const before = await told(desk).textContent();
    const all = page.getByRole("button", { name: /か所を置き換える$/ });
    const names = Number(/\d+/.exec((await all.textContent()) ?? "")?.[0]);
    await page
      .getByRole("checkbox", { name: new RegExp(`^${t("ui-find-part-item")}`) })
      .press("Space");
    const more = Number(/\d+/.exec((await all.textContent()) ?? "")?.[0]);
    expect(more).toBeGreaterThan(names);
    const view = await answer<View>(desk, "replace", () => all.click());
    const texts = Object.values(view.records).flatMap((it) => Object.values(it));
    expect(texts.some((it) => it.name?.includes("届書"))).toBe(true);
    const title = t("replace-label", { text: "申請書", by: "届書", n: more });
    await button(desk, "ui-header-undo-what", { what: title }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await button(desk, "ui-header-undo-none").waitFor();
    await lookFor(desk, "申請書");
    await soon(() => told(desk).textContent()).toBe(before);
  },
);
