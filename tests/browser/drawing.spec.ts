/** Drawing from the keyboard: ten steps, back to nothing and forth again, and all of it survives. */
import { expect } from "vitest";
import {
  boxOf,
  button,
  card,
  cards,
  countsCards,
  redoAll,
  soon,
  tabTo,
  undoAll,
  write,
  writing,
} from "./hands";
import { type Desk, story } from "./story";

const process = "児童手当の認定請求";
const steps = [
  "申請書を書く",
  "申請書を受ける",
  "受付簿に写す",
  "添付を確かめる",
  "台帳と合わせる",
  "所得を調べる",
  "認定案を作る",
  "係長が押印する",
  "課長が決裁する",
  "通知書を送る",
];

async function drawn(desk: Desk): Promise<void> {
  const { page, t } = desk;
  await tabTo(desk, button(desk, "ui-start-new"));
  await page.keyboard.press("Enter");
  await tabTo(desk, page.getByLabel(t("ui-start-new-name")));
  await page.keyboard.insertText(process);
  await page.keyboard.press("Enter");
  await tabTo(desk, writing(desk));
  await write(desk, steps);
  await countsCards(desk, 10);
}

story("ten steps are drawn from the keyboard alone", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  for (const [place, name] of steps.entries()) {
    expect(await cards(desk).nth(place).textContent()).toContain(name);
  }
  // All of them are in the picture, though some lie beyond its edge.
  await desk.page.keyboard.press("Control+0");
  for (const name of steps) {
    await boxOf(desk, name).waitFor({ state: "attached" });
  }
});

story(
  "Tab chooses who does the next step, and a name before a colon makes somebody new",
  async ({ begin }) => {
    const desk = await begin();
    await drawn(desk);
    await desk.page.keyboard.press("Tab");
    await write(desk, ["交付簿に書く"]);
    await soon(() => card(desk, "交付簿に書く").textContent()).toContain("担当");
    await write(desk, ["会計課：手当を支払う"]);
    await soon(() => card(desk, "手当を支払う").textContent()).toContain("会計課");
  },
);

story("behind its name a step says on what it is and how long it takes", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await writing(desk).focus();
  await desk.page.keyboard.insertText("受付簿に記入する 紙→Excel 1時間半");
  await desk.page.keyboard.press("Enter");
  const step = card(desk, "受付簿に記入する");
  await step.waitFor();
  expect((await step.textContent())?.includes("時間半")).toBe(false);
  const minutes = desk.page.getByRole("textbox", { name: desk.t("ui-step-minutes"), exact: true });
  await soon(() => minutes.inputValue()).toBe("1時間30分");
  await soon(() => desk.page.locator(".canvas-paper title").allTextContents()).toContain(
    "受付簿に記入する",
  );
});

story("what an edit did is said to those who listen", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  const told = (id: string) =>
    desk.page.getByRole("status").filter({ hasText: desk.t(id, { what: "" }).slice(-8) });
  await told("ui-told-done").waitFor({ state: "attached" });
  await desk.page.keyboard.press("Escape");
  await desk.page.keyboard.press("Control+z");
  await told("ui-told-undone").waitFor({ state: "attached" });
  await desk.page.keyboard.press("Control+y");
  await told("ui-told-redone").waitFor({ state: "attached" });
});

story("steps change places and names, and go, from the keyboard", async ({ begin }) => {
  const desk = await begin();
  const { keyboard } = desk.page;
  await drawn(desk);
  await keyboard.press("Escape");
  await keyboard.press("Alt+ArrowUp");
  await soon(() => cards(desk).nth(8).textContent()).toContain("通知書を送る");
  await keyboard.press("F2");
  await cards(desk)
    .getByRole("textbox", { name: desk.t("ui-cards-rename") })
    .waitFor();
  await keyboard.press("Control+a");
  await keyboard.insertText("認定通知書を送る");
  await keyboard.press("Enter");
  await card(desk, "認定通知書を送る").waitFor();
  await card(desk, "認定通知書を送る").click();
  await keyboard.press("Delete");
  await countsCards(desk, 9);
});

story("everything is undone to an empty process, and redone", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  const undone = await undoAll(desk);
  expect(undone).toBe(10);
  await countsCards(desk, 0);
  expect(await redoAll(desk)).toBe(undone);
  await countsCards(desk, 10);
});

story("a reload finds the drawing", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await desk.page.reload();
  await countsCards(desk, 10);
});

story("after a crash the drawing is among what one did last, with its undo", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await desk.restart();
  const recent = desk.page.getByRole("row", { name: process });
  await recent.getByRole("button", { name: desk.t("ui-start-recent-open") }).click();
  await countsCards(desk, 10);
  await desk.page.keyboard.press("Control+z");
  await countsCards(desk, 9);
  await soon(() => card(desk, "通知書を送る").count()).toBe(0);
});
