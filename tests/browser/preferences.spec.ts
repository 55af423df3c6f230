/** Language and brightness: changed at once, everywhere. */
import { expect } from "vitest";
import { create, press, soon, write } from "./hands";
import { story } from "./story";
import { words } from "./words";

story("the whole window changes its language and keeps the work", async ({ begin }) => {
  const desk = await begin();
  const english = words("en");
  await desk.page.getByRole("button", { name: new RegExp(desk.t("ui-language")) }).click();
  await desk.page.getByRole("option", { name: "English" }).click();
  await desk.page.getByRole("heading", { name: english("ui-start-headline") }).waitFor();
  expect(await desk.page.locator("html").getAttribute("lang")).toBe("en");
});

story("dark is dark, and follows the computer where nothing is chosen", async ({ begin }) => {
  const desk = await begin({ dark: true });
  await create(desk, "転入届");
  await write(desk, ["届を書く"]);
  await press(desk, "ui-header-back");
  const brightness = () =>
    desk.page.evaluate(() => {
      const colour = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) ?? [];
      return colour.slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
    });
  await soon(brightness).toBeLessThan(80);
  await desk.page.getByRole("button", { name: new RegExp(desk.t("ui-theme")) }).click();
  await desk.page.getByRole("option", { name: desk.t("ui-theme-light") }).click();
  await soon(brightness).toBeGreaterThan(180);
});
