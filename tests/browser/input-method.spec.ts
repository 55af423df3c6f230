/** Writing Japanese: what an input method composes belongs to it until it is finished. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { card, cards, countsCards, create, tab, write, writing } from "./hands";
import { composed, InputMethod } from "./input-method";
import { story } from "./story";

async function value(field: Locator): Promise<string> {
  return field.inputValue();
}

story(
  "a step that is being composed is not written by the keys of the input method",
  async ({ begin }) => {
    const desk = await begin();
    await create(desk, "転入届");
    const method = await InputMethod.of(desk);
    await writing(desk).focus();
    await composed(method, "しんせいしょ", "申請書");
    expect(await value(writing(desk))).toBe("申請書");
    expect(await cards(desk).count()).toBe(0);
    await composed(method, "をうけとる", "を受け取る");
    expect(await value(writing(desk))).toBe("申請書を受け取る");
    await desk.page.keyboard.press("Enter");
    await countsCards(desk, 1);
    await card(desk, "申請書を受け取る").waitFor();
    expect(await value(writing(desk))).toBe("");
  },
);

story(
  "a name that is being composed is not written by the keys of the input method",
  async ({ begin }) => {
    const desk = await begin();
    await create(desk, "転入届");
    await write(desk, ["受け取る"]);
    await card(desk, "受け取る").click();
    await tab(desk, "ui-step").click();
    const method = await InputMethod.of(desk);
    const name = desk.page.getByRole("textbox", { name: desk.t("ui-step-name") });
    await name.fill("");
    await composed(method, "うけつける", "受け付ける");
    expect(await value(name)).toBe("受け付ける");
    await card(desk, "受け取る").waitFor();
    await desk.page.keyboard.press("Enter");
    await card(desk, "受け付ける").waitFor();
  },
);

story(
  "a voice that is being composed is not written by the keys of the input method",
  async ({ begin }) => {
    const desk = await begin();
    await create(desk, "転入届");
    await write(desk, ["受け取る"]);
    await card(desk, "受け取る").click();
    await tab(desk, "ui-complaints").click();
    const method = await InputMethod.of(desk);
    const text = desk.page.getByRole("textbox", {
      name: desk.t("ui-voices-add-on", { name: "受け取る" }),
    });
    await text.focus();
    await composed(method, "なんどもかかされる", "何度も書かされる");
    expect(await value(text)).toBe("何度も書かされる");
  },
);

story(
  "a cell of the table takes the first letter of an input method, and none of its keys",
  async ({ begin }) => {
    const desk = await begin();
    await create(desk, "転入届");
    await write(desk, ["受け取る"]);
    await desk.page.keyboard.press("Alt+6");
    const grid = desk.page.getByRole("grid", { name: desk.t("ui-table"), exact: true });
    await grid.waitFor();
    const pen = desk.page.locator(".table-pen");
    await pen.focus();
    const method = await InputMethod.of(desk);
    await composed(method, "うけつける", "受け付ける");
    expect(await value(pen)).toBe("受け付ける");
    await grid.getByText("受け取る").waitFor();
    await desk.page.keyboard.press("Enter");
    await grid.getByText("受け付ける").waitFor();
    await composed(method, "かくにんする", "確認する");
    await desk.page.keyboard.press("Escape");
    expect(await value(pen)).toBe("");
    expect(await grid.getByText("確認する").count()).toBe(0);
    await composed(method, "かくにんする", "確認する");
    await desk.page.keyboard.press("Tab");
    await grid.getByText("確認する").first().waitFor();
  },
);

story(
  "what is being composed is looked for when it is finished, and its keys close nothing",
  async ({ begin }) => {
    const desk = await begin();
    await create(desk, "転入届");
    await write(desk, ["申請書を受け取る"]);
    await desk.page.keyboard.press("Control+f");
    const text = desk.page.getByRole("textbox", { name: desk.t("ui-find"), exact: true });
    await text.focus();
    await composed(await InputMethod.of(desk), "しんせいしょ", "申請書");
    expect(await value(text)).toBe("申請書");
    await desk.page.getByText(desk.t("ui-find-count", { n: 1, at: 1 })).waitFor();
  },
);

story("letters typed into a field are letters, not shortcuts", async ({ begin }) => {
  const desk = await begin();
  await create(desk, "転入届");
  await writing(desk).focus();
  await desk.page.keyboard.type("vcsxh?/+-0 1");
  expect(await value(writing(desk))).toBe("vcsxh?/+-0 1");
  await desk.page.keyboard.press("Enter");
  await card(desk, "vcsxh?/+-0 1").waitFor();
});
