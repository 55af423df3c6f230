/** A proposal within conditions, with the city's own figures, and with what people draw in it themselves. */
import { expect } from "vitest";
import { accepted, answer, card, like, openSample, press, propose, soon, word } from "./hands";
import { type Desk, story } from "./story";

const sample = "子育て世帯給付金";

function ticks(desk: Desk) {
  return desk.page.getByRole("checkbox", { name: like(desk, "ui-cards-accept", "title") });
}

story("as many changes come at once as people allow", async ({ begin }) => {
  const desk = await begin();
  await openSample(desk, "旅費精算");
  await word(desk, "ui-header-propose").click();
  await press(desk, "ui-limits");
  await desk.page.getByRole("button", { name: desk.t("ui-limits-changes") }).click();
  await desk.page.getByRole("option", { name: desk.t("ui-limits-changes-n", { n: 3 }) }).click();
  await press(desk, "ui-propose-start");
  await accepted(desk).waitFor({ timeout: 60_000 });
  expect(await ticks(desk).count()).toBeLessThanOrEqual(3);
  expect(await ticks(desk).count()).toBeGreaterThan(0);
});

story("what people draw in a proposal stays when a change is left", async ({ begin }) => {
  const desk = await begin();
  await openSample(desk, sample);
  await propose(desk);
  await word(desk, "ui-header-to-be", { letter: "A" }).click();
  await card(desk, "申請方法を選ぶ").click();
  await desk.page.keyboard.press("F2");
  await desk.page.getByRole("textbox", { name: desk.t("ui-cards-rename") }).waitFor();
  await desk.page.keyboard.press("Control+a");
  await desk.page.keyboard.insertText("出し方を選ぶ");
  await desk.page.keyboard.press("Enter");
  await card(desk, "出し方を選ぶ").waitFor();
  await word(desk, "ui-header-compare").click();
  await desk.page.getByText(desk.t("ui-cards-edited")).waitFor();
  await answer(desk, "decide", () => ticks(desk).nth(3).click({ force: true }));
  await soon(() => ticks(desk).nth(3).isChecked()).toBe(false);
  await word(desk, "ui-header-to-be", { letter: "A" }).click();
  await card(desk, "出し方を選ぶ").waitFor();
});

story("the city's own figure takes the place of an assumption", async ({ begin }) => {
  const desk = await begin();
  await openSample(desk, sample);
  await propose(desk);
  const head = desk.page.getByRole("region", { name: desk.t("ui-cards-head") });
  const figures = await head.textContent();
  const entry = desk.page
    .getByRole("listitem")
    .filter({ hasText: desk.t("rewrite-unify-entry-title") });
  await entry.getByRole("button", { name: desk.t("ui-cards-more") }).click();
  const field = entry.getByRole("textbox", { name: desk.t("parameter-scan-minutes") });
  await field.fill("4");
  await answer(desk, "assume", () => desk.page.keyboard.press("Enter"));
  await soon(() => head.textContent().then((now) => now === figures)).toBe(false);
  await soon(() => field.inputValue()).toBe("4");
});

story("what changes is read as offices write it, with its reason", async ({ begin }) => {
  const desk = await begin();
  await openSample(desk, sample);
  await propose(desk);
  await word(desk, "ui-clauses-table").click();
  const table = desk.page.getByRole("table");
  const row = table.getByRole("row").filter({ hasText: "主管課が申請を1件ずつ印刷" });
  await row.getByText(desk.t("rewrite-unify-entry-title")).waitFor();
  await row.getByText(desk.t("ui-clauses-gone")).waitFor();
  await row.getByRole("button").first().click();
  await soon(() => row.getAttribute("data-lit")).toBe("true");
  expect(await table.getByRole("row").count()).toBeGreaterThan(10);
});
