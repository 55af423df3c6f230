/** What one writes is in sight where it is written, and the cursor is where one goes on. */
import type { Locator } from "playwright-core";
import { card, create, press, soon, tab, write, writing } from "./hands";
import { type Desk, story } from "./story";
import { field } from "./voices";

/** How much of `thing` cannot be seen in the list it is in, in pixels. */
function hidden(thing: Locator, list: string): Promise<number> {
  return thing.evaluate((it, name) => {
    const box = it.getBoundingClientRect();
    const room = it.closest(name)?.getBoundingClientRect();
    return room ? Math.max(0, room.top - box.top, box.bottom - room.bottom) : Infinity;
  }, list);
}

function hasCursor(place: Locator): Promise<boolean> {
  return place.evaluate((it) => it === document.activeElement);
}

/** Writes cards one after the other, each when the one before is there. */
async function writeSlowly(desk: Desk, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await write(desk, [name]);
    await soon(() => hidden(card(desk, name), ".cards")).toBeLessThan(1);
  }
}

story("a new process begins with the cards, whatever one looked at before", async ({ begin }) => {
  const desk = await begin();
  await create(desk, "転入届");
  await desk.page.keyboard.press("Alt+6");
  await desk.page.getByRole("grid", { name: desk.t("ui-form-table") }).waitFor();
  await press(desk, "ui-header-back");
  await create(desk, "転出届");
  await soon(() => hasCursor(writing(desk))).toBe(true);
  await desk.page.getByText(desk.t("ui-empty-title")).waitFor();
});

story("the list of cards follows what is written", async ({ begin }) => {
  const desk = await begin();
  await create(desk, "転入届");
  const names = Array.from({ length: 14 }, (_, n) => `申請書の${n + 1}枚目を確かめる`);
  await writeSlowly(desk, names);
});

story("the list of voices follows what is written, and the field stays", async ({ begin }) => {
  const desk = await begin();
  await create(desk, "転入届");
  await write(desk, ["届を書く", "届を受ける"]);
  await card(desk, "届を受ける").click();
  await desk.page.keyboard.press("s");
  for (let n = 1; n <= 7; n += 1) {
    await soon(() => hasCursor(field(desk))).toBe(true);
    await desk.page.keyboard.insertText(`${n}つ目の困りごと`);
    await desk.page.keyboard.press("Enter");
    const voice = desk.page.locator(".voice").filter({ hasText: `${n}つ目の困りごと` });
    await soon(() => hidden(voice, ".voices-all")).toBeLessThan(1);
    await soon(() => hidden(field(desk), ".tab-panel")).toBeLessThan(1);
  }
  await tab(desk, "ui-complaints").waitFor();
});
