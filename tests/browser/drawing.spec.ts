/** Drawing from the keyboard: ten steps, back to nothing and forth again, and all of it survives. */
import { expect } from "vitest";
import {
  button,
  card,
  cards,
  footer,
  redoAll,
  soon,
  tabTo,
  undoAll,
  write,
  writing,
} from "./hands";
import { type Desk, story } from "./story";

const steps = [
  "申請書に記入する",
  "申請書を受け取る",
  "受付簿に書き写す",
  "添付書類を確かめる",
  "住民基本台帳と突き合わせる",
  "所得を調べる",
  "認定の案を作る",
  "係長が押印する",
  "課長が決裁する",
  "通知書を送る",
];

async function drawn(desk: Desk): Promise<void> {
  const { page, t } = desk;
  await tabTo(desk, button(desk, "ui-start-new"));
  await page.keyboard.press("Enter");
  await tabTo(desk, page.getByLabel(t("ui-start-new-name")));
  await page.keyboard.insertText("児童手当の認定請求");
  await page.keyboard.press("Enter");
  await tabTo(desk, writing(desk));
  await write(desk, steps);
  await soon(() => cards(desk).count()).toBe(10);
}

story("ten steps are drawn from the keyboard alone", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await soon(() => cards(desk).allInnerTexts()).toEqual(
    steps.map((name) => expect.stringContaining(name)),
  );
  await soon(() => footer(desk).textContent()).toMatch(/10/);
});

story("everything is undone to an empty process, and redone", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  const undone = await undoAll(desk);
  expect(undone).toBeGreaterThanOrEqual(10);
  await soon(() => cards(desk).count()).toBe(0);
  expect(await redoAll(desk)).toBe(undone);
  await soon(() => cards(desk).count()).toBe(10);
});

story("a reload finds the drawing, its selection apart", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await desk.page.reload();
  await soon(() => cards(desk).count()).toBe(10);
});

story("after a crash the drawing is among what one did last, with its undo", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await desk.restart();
  await desk.page.getByRole("row", { name: "児童手当の認定請求" }).getByRole("button").click();
  await soon(() => cards(desk).count()).toBe(10);
  await desk.page.keyboard.press("Control+z");
  await soon(() => cards(desk).count()).toBe(9);
  await soon(() => card(desk, "通知書を送る").count()).toBe(0);
});
