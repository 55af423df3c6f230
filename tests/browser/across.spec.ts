/** Several processes of one project, seen together. */
import { button, openSample, press, soon } from "./hands";
import { story } from "./story";

story("processes of one life event are seen as the way of a resident", async ({ begin }) => {
  const desk = await begin();
  await openSample(desk, "児童手当");
  const life = desk.page.getByRole("textbox", { name: desk.t("ui-process-life-event") });
  await life.fill("出生");
  await life.press("Enter");
  await press(desk, "ui-across-open");
  const dialog = desk.page.getByRole("dialog");
  await dialog.getByText(desk.t("ui-across-one")).waitFor();
  await dialog.getByRole("textbox", { name: desk.t("ui-across-add-name") }).fill("出生届");
  await dialog.getByRole("button", { name: desk.t("ui-across-add-begin") }).click();
  await dialog.getByText(desk.t("ui-across-project")).waitFor();
  await desk.page.keyboard.press("Escape");
  await soon(() => desk.page.getByRole("heading", { name: "出生届" }).count()).toBe(1);
  await life.fill("出生");
  await life.press("Enter");
  await press(desk, "ui-across");
  const way = dialog.getByRole("list", { name: desk.t("ui-across-way") });
  await soon(() => way.getByRole("button").count()).toBe(2);
  await way.getByRole("button").first().click();
  await soon(() => dialog.count()).toBe(0);
  await button(desk, "ui-across").waitFor();
  await soon(() => desk.page.getByRole("heading", { name: "出生届" }).count()).toBe(0);
});
