/** What hands expect: copy, cut, paste and duplicate, also from one window to another; and the menu at the pointer. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import {
  boxOf,
  card,
  cards,
  countsCards,
  create,
  openSample,
  picture,
  press,
  soon,
  step,
  write,
  writing,
} from "./hands";
import { type Desk, story } from "./story";

/** The names on all cards, in order. */
async function names(desk: Desk): Promise<string[]> {
  return cards(desk).locator(".step-card-name").allTextContents();
}

/** An entry of the menu that is open. */
function entry(desk: Desk, id: string): Locator {
  return desk.page.getByRole("menuitem", { name: desk.t(id) });
}

/** Chooses the cards from one to the other. */
async function choose(desk: Desk, from: string, to: string): Promise<void> {
  await card(desk, from).click();
  await card(desk, to).click({ modifiers: ["Shift"] });
}

async function begun(desk: Desk, name: string, steps: string[]): Promise<void> {
  await desk.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await create(desk, name);
  await write(desk, steps);
  await countsCards(desk, steps.length);
}

const steps = ["届を受ける 5分 紙", "審査担当：届を確かめる", "住所を入力する"];
const plain = ["届を受ける", "届を確かめる", "住所を入力する"];

story(
  "chosen cards are copied, cut, pasted and duplicated, each undone at once",
  async ({ begin }) => {
    const desk = await begin();
    const { keyboard } = desk.page;
    await begun(desk, "転入届", steps);
    await choose(desk, "届を受ける", "届を確かめる");
    await keyboard.press("Control+c");
    await desk.page.getByText("手順2つをコピーしました").waitFor();
    await card(desk, "住所を入力する").click();
    await keyboard.press("Control+v");
    await countsCards(desk, 5);
    expect(await names(desk)).toEqual([...plain, ...plain.slice(0, 2)]);
    // What was pasted is chosen: it is had once more.
    await keyboard.press("Control+d");
    await countsCards(desk, 7);
    await keyboard.press("Control+z");
    await countsCards(desk, 5);
    await keyboard.press("Control+z");
    await countsCards(desk, 3);
    await card(desk, "届を受ける").click();
    await keyboard.press("Control+x");
    await countsCards(desk, 2);
    await card(desk, "住所を入力する").click();
    await keyboard.press("Control+v");
    await soon(() => names(desk)).toEqual(["届を確かめる", "住所を入力する", "届を受ける"]);
  },
);

story("what was copied in one window is pasted in another, with who does it", async ({ begin }) => {
  const from = await begin();
  await begun(from, "転入届", steps);
  await choose(from, "届を受ける", "届を確かめる");
  await from.page.keyboard.press("Control+c");
  await from.page.getByText("手順2つをコピーしました").waitFor();
  const text = await from.page.evaluate(() => navigator.clipboard.readText());
  const to = await begin();
  await begun(to, "転出届", ["届を写す"]);
  await to.page.evaluate((it) => navigator.clipboard.writeText(it), text);
  await card(to, "届を写す").click();
  await to.page.keyboard.press("Control+v");
  await soon(() => names(to)).toEqual(["届を写す", "届を受ける", "届を確かめる"]);
  expect(await card(to, "届を確かめる").textContent()).toContain("審査担当");
});

story("a field keeps what is pasted into it", async ({ begin }) => {
  const desk = await begin();
  await begun(desk, "転入届", steps);
  await desk.page.evaluate(() => navigator.clipboard.writeText("窓口: 届を返す"));
  await writing(desk).focus();
  await desk.page.keyboard.press("Control+v");
  await soon(() => writing(desk).inputValue()).toBe("窓口: 届を返す");
  await countsCards(desk, 3);
});

story("text of other programs is told what can be pasted", async ({ begin }) => {
  const desk = await begin();
  await begun(desk, "転入届", steps);
  await desk.page.evaluate(() => navigator.clipboard.writeText("来週の会議は3階です"));
  await card(desk, "届を受ける").click();
  await desk.page.keyboard.press("Control+v");
  await desk.page.getByText(desk.t("problem-no-excerpt-hint")).waitFor();
  await countsCards(desk, 3);
});

story("the right button opens what can be done with a step", async ({ begin }) => {
  const desk = await begin();
  await begun(desk, "転入届", steps);
  await step(desk, "届を受ける").click({ button: "right" });
  await entry(desk, "ui-menu-duplicate").click();
  await countsCards(desk, 4);
  await step(desk, "住所を入力する").click({ button: "right" });
  await entry(desk, "ui-menu-into-lane").click();
  await desk.page.getByRole("menuitem", { name: "課長", exact: true }).click();
  await soon(() => card(desk, "住所を入力する").textContent()).toContain("課長");
  await step(desk, "住所を入力する").click({ button: "right" });
  await entry(desk, "ui-menu-rename").click();
  await desk.page
    .locator(".canvas-writing")
    .getByRole("textbox", { name: desk.t("ui-canvas-rename") })
    .waitFor();
  await desk.page.keyboard.insertText("住所を登録する");
  await desk.page.keyboard.press("Enter");
  await card(desk, "住所を登録する").waitFor();
});

story("the menu opens from the keyboard, in the picture and among the cards", async ({ begin }) => {
  const desk = await begin();
  const { keyboard } = desk.page;
  await begun(desk, "転入届", steps);
  await step(desk, "届を確かめる").click();
  await keyboard.press("Shift+F10");
  await entry(desk, "ui-menu-rename").waitFor();
  await keyboard.press("Escape");
  await soon(() => picture(desk).evaluate((it) => it === document.activeElement)).toBe(true);
  await keyboard.press("Shift+F10");
  await entry(desk, "ui-menu-branch").focus();
  await keyboard.press("Enter");
  const field = desk.page
    .locator(".canvas-writing")
    .getByRole("textbox", { name: desk.t("ui-canvas-rename") });
  await field.waitFor();
  await keyboard.insertText("不備があるか");
  await keyboard.press("Enter");
  await card(desk, "不備があるか").first().waitFor();
  await card(desk, "届を受ける").click();
  await keyboard.press("Shift+F10");
  await entry(desk, "ui-menu-rename").waitFor();
  await keyboard.press("Enter");
  await cards(desk).getByRole("textbox").waitFor();
});

story("the bar at a chosen step leads on", async ({ begin }) => {
  const desk = await begin();
  await begun(desk, "転入届", ["住民：届を書く", "窓口：届を受ける", "窓口：住所を入力する"]);
  await step(desk, "届を受ける").click();
  await press(desk, "ui-bar-next");
  await desk.page.getByRole("textbox", { name: desk.t("ui-canvas-new-step") }).waitFor();
  await desk.page.keyboard.insertText("受付印を押す");
  await desk.page.keyboard.press("Enter");
  await soon(() => names(desk)).toEqual([
    "届を書く",
    "届を受ける",
    "受付印を押す",
    "住所を入力する",
  ]);
});

story("steps of two lanes come below each other", async ({ begin }) => {
  const desk = await begin();
  await begun(desk, "転入届", steps);
  const left = async (name: string) => (await boxOf(desk, name).boundingBox())?.x ?? 0;
  await step(desk, "届を受ける").click();
  await step(desk, "住所を入力する").click({ modifiers: ["Shift"] });
  await step(desk, "住所を入力する").click({ button: "right" });
  await entry(desk, "ui-menu-align").click();
  await entry(desk, "ui-align-right").click();
  await soon(async () =>
    Math.abs((await left("届を受ける")) - (await left("住所を入力する"))),
  ).toBeLessThan(2);
  await desk.page.keyboard.press("Control+z");
  await soon(async () =>
    Math.abs((await left("届を受ける")) - (await left("住所を入力する"))),
  ).toBeGreaterThan(20);
});

story("the chosen steps alone are copied as a picture and as a drawing", async ({ begin }) => {
  const desk = await begin();
  await desk.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openSample(desk, "旅費");
  await cards(desk).nth(1).click();
  await desk.page.keyboard.press("Control+Shift+c");
  await desk.page.getByText(desk.t("ui-export-copied")).waitFor();
  const read = async (type: string) =>
    desk.page.evaluate(async (wanted) => {
      const [item] = await navigator.clipboard.read();
      return item?.types.includes(wanted) ? (await item.getType(wanted)).size : 0;
    }, type);
  expect(await read("image/png")).toBeGreaterThan(1000);
  expect(await read("image/svg+xml")).toBeGreaterThan(500);
});
