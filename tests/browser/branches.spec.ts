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

story("the ways of a branch are written line by line as people think them", async ({ begin }) => {
  const desk = await begin();
  await create(desk, "認定請求");
  await write(desk, ["申請書を受ける"]);
  for (const line of ["もし 不備がある", "20% ある → 補正を頼む"]) {
    await writing(desk).fill(line);
    await writing(desk).press("Enter");
  }
  await countsCards(desk, 3);
  await soon(() => writing(desk).getAttribute("placeholder")).toBe(desk.t("ui-cards-write-other"));
  // Nothing stands behind it yet: what is written next is where the rest goes on to.
  await writing(desk).fill("80% なし");
  await writing(desk).press("Enter");
  await soon(() => writing(desk).inputValue()).toBe("80% なし → ");
  await desk.page.getByText(desk.t("ui-cards-way-to")).waitFor();
  await writing(desk).pressSequentially("認定する");
  await writing(desk).press("Enter");
  await countsCards(desk, 4);
  await soon(() => card(desk, "不備がある").first().textContent()).toContain("80%");
  // All of it is told: a line is a step again, and a step does not part in silence.
  await writing(desk).fill("送る");
  await writing(desk).press("Enter");
  await countsCards(desk, 5);
  await card(desk, "申請書を受ける").first().click();
  await writing(desk).fill("80% 急ぐ → 送る");
  await writing(desk).press("Enter");
  await desk.page.getByText(desk.t("problem-no-branch", { name: "申請書を受ける" })).waitFor();
  await countsCards(desk, 5);
});

story(
  "もし with a colon is a branch with its first way, and nobody called so",
  async ({ begin }) => {
    const desk = await begin();
    await create(desk, "訪問");
    await write(desk, ["訪ねる"]);
    await countsCards(desk, 1);
    await writing(desk).fill("もし、留守なら：電話する");
    await writing(desk).press("Enter");
    await countsCards(desk, 3);
    await writing(desk).fill("在宅 → 1");
    await writing(desk).press("Enter");
    await soon(() => card(desk, "留守なら").first().textContent()).toContain("在宅");
    await countsCards(desk, 3);
  },
);

story(
  "a way that ends in silence says so, and an arrow alone goes on from there",
  async ({ begin }) => {
    const desk = await begin();
    await written(desk);
    await card(desk, "不備はあるか").first().click();
    await writing(desk).fill("20% ある → 補正を頼む");
    await desk.page.getByText(desk.t("ui-cards-way-ends")).waitFor();
    await writing(desk).press("Enter");
    await countsCards(desk, 4);
    const ends = desk.page.getByText(desk.t("ui-cards-ends"), { exact: true });
    await ends.waitFor();
    await desk.page.getByText(desk.t("ui-cards-card-ends", { name: "補正を頼む" })).waitFor();
    await writing(desk).fill("→ 1");
    await writing(desk).press("Enter");
    await ends.waitFor({ state: "detached" });
    await countsCards(desk, 4);
  },
);
