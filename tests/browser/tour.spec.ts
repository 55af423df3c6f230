/** The first tour: offered at the first start, led by what one does, left at any time, and never forced on anybody. */
import { expect } from "vitest";
import { barriers } from "./accessible";
import { button, create, picture, press, soon, tab, tabTo, word, writing } from "./hands";
import { type Desk, story } from "./story";

/** The words of the tour. */
function tour(desk: Desk) {
  return desk.page.getByRole("region", { name: desk.t("ui-tour"), exact: true });
}

/** Waits until the tour asks for this; it is read aloud. */
async function asked(desk: Desk, id: string): Promise<void> {
  await soon(() => tour(desk).getByRole("status").textContent()).toContain(desk.t(`ui-tour-${id}`));
}

story("who does what the tour asks for is led through it, by keyboard alone", async ({ begin }) => {
  const desk = await begin();
  const { keyboard } = desk.page;
  await tabTo(desk, button(desk, "ui-tour-begin"));
  await keyboard.press("Enter");
  await asked(desk, "write");
  expect(await barriers(desk.page)).toEqual([]);
  await soon(() => writing(desk).evaluate((it) => it === document.activeElement)).toBe(true);
  await keyboard.insertText("受付印を押す");
  await keyboard.press("Enter");
  await asked(desk, "undo");
  await soon(() => tour(desk).textContent()).toContain(desk.t("ui-tour-done"));
  await keyboard.press("Control+z");
  await asked(desk, "voice");
  await soon(() => picture(desk).evaluate((it) => it === document.activeElement)).toBe(true);
  await keyboard.press("s");
  await soon(() => desk.page.evaluate(() => document.activeElement?.id)).toBe("new-voice");
  await keyboard.insertText("何度も同じことを書かされる");
  await keyboard.press("Enter");
  await asked(desk, "finding");
  await keyboard.press("Alt+2");
  await asked(desk, "proposal");
});

story("the tour ends with a proposal, and is not offered again", async ({ begin }) => {
  const desk = await begin();
  await press(desk, "ui-tour-begin");
  for (const step of ["write", "undo", "voice", "finding"]) {
    await asked(desk, step);
    await press(desk, "ui-tour-skip");
  }
  await asked(desk, "proposal");
  expect((await tour(desk).textContent())?.includes(desk.t("ui-tour-done"))).toBe(false);
  await word(desk, "ui-header-propose").focus();
  await desk.page.keyboard.press("Enter");
  await tabTo(desk, button(desk, "ui-propose-start"));
  await desk.page.keyboard.press("Enter");
  await desk.page.getByText(desk.t("ui-tour-end")).waitFor({ timeout: 60_000 });
  await press(desk, "ui-tour-finish");
  await press(desk, "ui-header-back");
  await button(desk, "ui-start-new").waitFor();
  expect(await button(desk, "ui-tour-begin").count()).toBe(0);
});

story("Esc leaves the tour, a step can be skipped, and help begins it again", async ({ begin }) => {
  const desk = await begin();
  await press(desk, "ui-tour-begin");
  await asked(desk, "write");
  await press(desk, "ui-tour-skip");
  await asked(desk, "undo");
  await picture(desk).focus();
  await desk.page.keyboard.press("Escape");
  await soon(() => tour(desk).count()).toBe(0);
  // However near one looked before, the example is seen from its beginning.
  const zoom = () => desk.page.locator(".zoom").textContent();
  const opened = await zoom();
  for (let n = 0; n < 5; n += 1) await desk.page.keyboard.press("Control+=");
  await soon(async () => (await zoom()) !== opened).toBe(true);
  await desk.page.keyboard.press("F1");
  await press(desk, "ui-tour-begin");
  await asked(desk, "write");
  await soon(zoom).toBe(opened);
  await soon(() => writing(desk).evaluate((it) => it === document.activeElement)).toBe(true);
  await desk.page.keyboard.press("Alt+2");
  await soon(() => tab(desk, "ui-findings").getAttribute("aria-selected")).toBe("true");
  await asked(desk, "write");
});

story("later is later, and never is never", async ({ begin }) => {
  const desk = await begin();
  await press(desk, "ui-tour-later");
  await soon(() => button(desk, "ui-tour-begin").count()).toBe(0);
  await desk.page.reload();
  await press(desk, "ui-tour-never");
  await soon(() => button(desk, "ui-tour-begin").count()).toBe(0);
  await desk.restart();
  await create(desk, "転入届");
  await press(desk, "ui-header-back");
  await button(desk, "ui-start-new").waitFor();
  expect(await button(desk, "ui-tour-begin").count()).toBe(0);
});
