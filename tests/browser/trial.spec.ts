/** What becomes of the work if: levers that move sentences, time that is played, and the way to figures that are missing. */
import { expect } from "vitest";
import { answerOf, office, question, toTrial, unknownOffice } from "./desks";
import { button, changes, press, soon, word } from "./hands";
import { type Desk, story } from "./story";

const slider = (desk: Desk, id: string) =>
  desk.page.getByRole("slider", { name: desk.t(id), exact: true });
const results = (desk: Desk) => desk.page.getByRole("region", { name: desk.t("ui-trial-tried") });

story(
  "a lever moved with the keyboard changes the answer, and a link takes it back",
  async ({ begin }) => {
    const desk = await begin({ files: [office] });
    await toTrial(desk);
    const before = await answerOf(desk).textContent();
    // From area to area: the header, the questions, the levers.
    await question(desk, "volume").focus();
    await desk.page.keyboard.press("F6");
    const base = desk.page.locator(".trial-levers button").first();
    await soon(() => base.evaluate((it) => it === document.activeElement)).toBe(true);
    await desk.page.keyboard.press("Tab");
    await soon(() =>
      slider(desk, "ui-trial-volume").evaluate((it) => it === document.activeElement),
    ).toBe(true);
    for (let n = 0; n < 20; n += 1) await desk.page.keyboard.press("ArrowRight");
    await changes(() => answerOf(desk).textContent(), before);
    await soon(() => slider(desk, "ui-trial-volume").inputValue()).toBe("200");
    // What has come to rest is read out.
    const read = desk.page.locator(".trial-results > [role=status]");
    await soon(async () => {
      const [said, stands] = [await read.textContent(), await answerOf(desk).textContent()];
      return stands !== before && said === stands;
    }).toBe(true);
    await press(desk, "ui-trial-reset-of", { label: desk.t("ui-trial-volume") });
    await soon(() => answerOf(desk).textContent()).toBe(before);
  },
);

story("every question answers, and the arrows go from one to the next", async ({ begin }) => {
  const desk = await begin({ files: [office] });
  await toTrial(desk);
  await question(desk, "volume").focus();
  for (const id of ["staff", "channel", "pooling", "waves"]) {
    await desk.page.keyboard.press("ArrowDown");
    await desk.page.getByRole("heading", { name: desk.t(`ui-trial-q-${id}-ask`) }).waitFor();
    await soon(async () => (await answerOf(desk).textContent())?.length).toBeGreaterThan(5);
  }
  await desk.page.keyboard.press("ArrowDown");
  await press(desk, "ui-header-propose");
  await desk.page.getByText(desk.t("ui-propose-what")).waitFor();
  await word(desk, "ui-trial").click();
  await desk.page.getByRole("heading", { name: desk.t("ui-trial-q-compare-ask") }).waitFor();
});

story(
  "time is played, and what it showed keeps standing when the levers are others",
  async ({ begin }) => {
    const desk = await begin({ files: [office] });
    await toTrial(desk);
    await press(desk, "ui-trial-run");
    const tried = results(desk);
    await tried.getByRole("row", { name: desk.t("ui-trial-mean") }).waitFor({ timeout: 60_000 });
    await tried.getByRole("img").first().waitFor();
    expect(await tried.getByText(desk.t("ui-trial-stale")).count()).toBe(0);
    await slider(desk, "ui-trial-volume").press("ArrowRight");
    await tried.getByText(desk.t("ui-trial-stale")).waitFor();
    // Whoever looks at the picture and comes back finds it again.
    await word(desk, "ui-header-as-is").click();
    await word(desk, "ui-trial").click();
    await tried.getByText(desk.t("ui-trial-stale")).waitFor();
    await soon(() => slider(desk, "ui-trial-volume").inputValue()).toBe("105");
  },
);

story(
  "what matters most is told with its picture, and levers move meanwhile",
  async ({ begin }) => {
    const desk = await begin({ files: [office] });
    await toTrial(desk);
    const before = await answerOf(desk).textContent();
    await press(desk, "ui-trial-matters");
    await button(desk, "ui-working-stop").waitFor();
    await slider(desk, "ui-trial-volume").press("End");
    await changes(() => answerOf(desk).textContent(), before);
    const weighed = desk.page.getByRole("region", { name: desk.t("ui-trial-weighed") });
    await weighed.getByRole("img").waitFor({ timeout: 60_000 });
    await weighed.getByText(desk.t("ui-trial-stale")).waitFor();
  },
);

story("what is being played can be stopped, and then nothing has changed", async ({ begin }) => {
  const desk = await begin({ files: [office] });
  await toTrial(desk);
  const field = desk.page.getByRole("textbox", { name: desk.t("ui-trial-at-once"), exact: true });
  await field.fill("300000");
  await field.press("Enter");
  await press(desk, "ui-trial-run");
  await press(desk, "ui-working-stop");
  await desk.page.getByText(desk.t("ui-trial-stopped")).waitFor({ timeout: 30_000 });
  expect(await results(desk).count()).toBe(0);
  const run = button(desk, "ui-trial-run");
  await soon(() => run.evaluate((it) => it === document.activeElement)).toBe(true);
});

story(
  "where figures are missing one is led to their fields, and the answer follows",
  async ({ begin }) => {
    const desk = await begin({ files: [unknownOffice] });
    await toTrial(desk);
    await desk.page.getByText(desk.t("ui-trial-missing")).waitFor();
    await press(desk, "ui-trial-missing-enter");
    const cases = desk.page.getByRole("textbox", { name: desk.t("ui-trial-per-year") });
    await soon(() => cases.evaluate((it) => it === document.activeElement)).toBe(true);
    await desk.page.keyboard.insertText("９，０００");
    await desk.page.keyboard.press("Enter");
    for (const lane of ["受付係", "審査係"]) {
      const people = desk.page.getByRole("textbox", {
        name: lane,
        exact: true,
      });
      await people.fill("2");
      await people.press("Enter");
    }
    await answerOf(desk).waitFor();
    await soon(() => desk.page.getByText(desk.t("ui-trial-missing")).count()).toBe(0);
    await desk.page.getByRole("row", { name: "審査係" }).getByText("2人").waitFor();
  },
);
