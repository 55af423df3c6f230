/** Where a flow parts: a branch is written like a step, and what is written behind it are its ways. */
import { button, card, countsCards, create, soon, step, write, writing } from "./hands";
import { type Desk, story } from "./story";

async function written(desk: Desk): Promise<void> {
  await create(desk, "認定請求");
  await write(desk, ["申請書を受ける", "◇ 不備はあるか", "認定する"]);
}

story("a branch is written in the list, and has as many ways as one writes", async ({ begin }) => {
  const desk = await begin();
  await written(desk);
  await countsCards(desk, 3);
  await card(desk, "不備はあるか").first().click();
  await writing(desk).fill("補正を頼む");
  await writing(desk).press("Enter");
  await countsCards(desk, 4);
  await card(desk, "不備はあるか").first().click();
  const ways = desk.page.getByLabel(desk.t("ui-edge-condition"));
  await soon(() => ways.count()).toBe(2);
  await ways.first().fill("不備なし");
  await ways.first().press("Enter");
  await soon(() => card(desk, "不備はあるか").first().textContent()).toContain("不備なし");
  await step(desk, "補正を頼む").waitFor();
});

story("a branch is put behind a step with one press", async ({ begin }) => {
  const desk = await begin();
  await create(desk, "認定請求");
  await write(desk, ["申請書を受ける", "認定する"]);
  await card(desk, "申請書を受ける").click();
  await button(desk, "ui-step-after-branch").click();
  await countsCards(desk, 3);
  await desk.page.getByLabel(desk.t("ui-gateway-name"), { exact: true }).waitFor();
  await desk.page.getByText("→ 認定する", { exact: true }).waitFor();
  await desk.page.keyboard.press("Control+z");
  await countsCards(desk, 2);
});
