/** Voices of staff and residents: written on steps, counted where they belong. */
import { expect } from "vitest";
import { button, card, create, press, soon, tab, word, write } from "./hands";
import { type Desk, story } from "./story";

async function drawn(desk: Desk): Promise<void> {
  await create(desk, "転入届");
  await write(desk, ["届を書く", "届を受ける", "台帳に写す"]);
  await tab(desk, "ui-complaints").click();
}

/** Writes a voice on what is chosen. */
async function say(desk: Desk, text: string, whose: string, kind: string): Promise<void> {
  await desk.page.getByRole("radio", { name: whose, exact: true }).click();
  await desk.page.getByRole("radio", { name: kind, exact: true }).click();
  await desk.page.getByPlaceholder(desk.t("ui-voices-text-example")).fill(text);
  await desk.page.keyboard.press("Enter");
  await desk.page.getByRole("listitem").filter({ hasText: text }).waitFor();
}

story("voices of staff and residents are tagged on steps and counted", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await card(desk, "届を書く").click();
  await say(desk, "同じ住所を三度書かされる", "住民", "不満");
  await say(desk, "印字しておいてほしい", "住民", "要求");
  await card(desk, "台帳に写す").click();
  await say(desk, "写し間違いが毎月ある", "職員", "不満");
  await card(desk, "届を書く")
    .getByTitle(desk.t("ui-cards-voices-resident", { n: 2 }))
    .waitFor();
  await card(desk, "台帳に写す")
    .getByTitle(desk.t("ui-cards-voices-staff", { n: 1 }))
    .waitFor();
  await soon(() => tab(desk, "ui-complaints").textContent()).toContain("3");
});

story("only the voices of what is chosen are shown, or all of them", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await card(desk, "届を書く").click();
  await say(desk, "同じ住所を三度書かされる", "住民", "不満");
  await card(desk, "台帳に写す").click();
  await say(desk, "写し間違いが毎月ある", "職員", "不満");
  const first = desk.page.getByText("同じ住所を三度書かされる");
  await soon(() => first.isVisible()).toBe(false);
  await word(desk, "ui-voices-show-all").click();
  await first.waitFor();
});

story("a voice is rewritten, removed, and comes back with undo", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await card(desk, "届を受ける").click();
  await say(desk, "確認の電話が多い", "職員", "不満");
  await press(desk, "ui-voices-change");
  const text = desk.page.getByRole("textbox", { name: desk.t("ui-voices-text"), exact: true });
  await text.fill("確認の電話が毎日十件ある");
  await desk.page.keyboard.press("Enter");
  const voice = desk.page.getByRole("listitem").filter({ hasText: "確認の電話が毎日十件ある" });
  await voice.waitFor();
  await press(desk, "ui-voices-remove");
  await desk.page.getByText(desk.t("ui-voices-empty-title")).waitFor();
  await desk.page.keyboard.press("Control+z");
  await voice.waitFor();
});

story("a voice on nothing chosen is about the whole process", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await desk.page.reload();
  await tab(desk, "ui-complaints").click();
  await desk.page.getByText(desk.t("ui-voices-add-whole")).waitFor();
  await say(desk, "結果がいつ届くか分からない", "住民", "不満");
  await desk.page.getByText(desk.t("ui-voices-row-whole"), { exact: true }).waitFor();
  expect(await button(desk, "ui-voices-change").count()).toBe(1);
});
