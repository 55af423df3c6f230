/** The picture under the hand: moved, magnified, and drawn on. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import {
  button,
  card,
  cards,
  changes,
  countsCards,
  create,
  like,
  picture,
  soon,
  step,
  word,
  write,
} from "./hands";
import { type Desk, story } from "./story";

const names = ["届を書く", "届を受ける", "台帳に写す", "証を渡す"];

async function drawn(desk: Desk): Promise<void> {
  await create(desk, "転入届");
  await write(desk, names);
  await countsCards(desk, 4);
  await button(desk, "ui-zoom-fit").click();
  await soon(async () => (await zoom(desk).textContent())?.includes("100%")).toBe(false);
}

/** The middle of something on the screen. */
async function middle(thing: Locator): Promise<{ x: number; y: number }> {
  const box = await thing.boundingBox();
  if (!box) {
    throw new Error(`${thing} is not on the screen`);
  }
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Drags from one place to another, as a hand does. */
async function drag(desk: Desk, from: { x: number; y: number }, to: { x: number; y: number }) {
  const { mouse } = desk.page;
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await mouse.move(to.x, to.y, { steps: 4 });
  await mouse.up();
}

function zoom(desk: Desk): Locator {
  return desk.page.getByRole("group", { name: like(desk, "ui-zoom-now", "n") });
}

story("the picture is magnified, made smaller, and fitted into its place", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  const fitted = await zoom(desk).textContent();
  await button(desk, "ui-zoom-in").click();
  await changes(() => zoom(desk).textContent(), fitted);
  await button(desk, "ui-zoom-fit").click();
  await soon(() => zoom(desk).textContent()).toBe(fitted);
  const { x, y } = await middle(picture(desk));
  await desk.page.mouse.move(x, y);
  await desk.page.keyboard.down("Control");
  await desk.page.mouse.wheel(0, 300);
  await desk.page.keyboard.up("Control");
  await changes(() => zoom(desk).textContent(), fitted);
});

story("the wheel moves the picture", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  const before = await middle(step(desk, "台帳に写す"));
  const { x, y } = await middle(picture(desk));
  await desk.page.mouse.move(x, y);
  await desk.page.mouse.wheel(0, 60);
  await soon(async () => (await middle(step(desk, "台帳に写す"))).y).toBeLessThan(before.y - 20);
});

story("a step that is dragged into another lane is handed to it", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  const from = await middle(step(desk, "台帳に写す"));
  const lane = await middle(
    picture(desk).getByText("担当", { exact: true }).locator("visible=true").first(),
  );
  await drag(desk, from, { x: from.x, y: lane.y });
  await soon(() => card(desk, "台帳に写す").textContent()).toContain("担当");
  await desk.page.keyboard.press("Control+z");
  await soon(() => card(desk, "台帳に写す").textContent()).toContain("住民");
});

story(
  "what is chosen in the picture is chosen in the cards, and goes with Delete",
  async ({ begin }) => {
    const desk = await begin();
    await drawn(desk);
    const { x, y } = await middle(step(desk, "届を受ける"));
    await desk.page.mouse.click(x, y);
    await soon(() => card(desk, "届を受ける").getAttribute("aria-selected")).toBe("true");
    await desk.page.keyboard.press("Delete");
    await countsCards(desk, 3);
    await desk.page.keyboard.press("Control+z");
    await countsCards(desk, 4);
  },
);

story("a frame around several chooses them, and they go as one", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  const first = await middle(step(desk, "届を書く"));
  const second = await middle(step(desk, "届を受ける"));
  const margin = (second.x - first.x) / 2;
  await drag(desk, { x: first.x - margin, y: first.y - 60 }, { x: second.x + 5, y: second.y + 50 });
  const chosen = cards(desk).and(desk.page.getByRole("row", { selected: true }));
  await soon(() => chosen.count()).toBe(2);
  await desk.page.keyboard.press("Delete");
  await countsCards(desk, 2);
  await desk.page.keyboard.press("Control+z");
  await countsCards(desk, 4);
});

story("an arrow is drawn between two steps, and taken away again", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await word(desk, "ui-tool-connect").click();
  await drag(desk, await middle(step(desk, "届を書く")), await middle(step(desk, "証を渡す")));
  await card(desk, "届を書く").getByText("証を渡す").waitFor();
  await desk.page.keyboard.press("Control+z");
  await soon(() => card(desk, "届を書く").getByText("証を渡す").count()).toBe(0);
});

story("a step that is dropped on an arrow stands between its ends", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  // Just before the box of the last step, where its arrow ends.
  const last = await step(desk, "証を渡す").boundingBox();
  const { y } = await middle(step(desk, "証を渡す"));
  await drag(desk, await middle(step(desk, "届を書く")), { x: (last?.x ?? 0) - 20, y });
  await soon(async () => {
    const texts = await cards(desk).allTextContents();
    return texts.findIndex((text) => text.includes("届を書く"));
  }).toBe(2);
});

story("the picture is walked and written on from the keyboard", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  const { keyboard } = desk.page;
  await picture(desk).focus();
  await keyboard.press("Home");
  await keyboard.press("ArrowRight");
  await soon(() => card(desk, "届を受ける").getAttribute("aria-selected")).toBe("true");
  await keyboard.press("n");
  await desk.page.getByRole("textbox", { name: desk.t("ui-canvas-new-step") }).waitFor();
  await keyboard.insertText("番号を付ける");
  await keyboard.press("Enter");
  await card(desk, "番号を付ける").waitFor();
  expect(await cards(desk).nth(2).textContent()).toContain("番号を付ける");
});
