/** The map of a large flow: it shows where one is, and leads elsewhere by pointer and by key. */
import { expect } from "vitest";
import { button, create, picture, soon, step, write } from "./hands";
import { type Desk, story } from "./story";

const count = 120;
const large = {
  name: "長い業務.flow",
  text: [
    "# 長い業務",
    ...Array.from({ length: count }, (_, n) => `窓口: 手順${n + 1}を行う 5分`),
    "",
  ].join("\n"),
};

function map(desk: Desk) {
  return desk.page.getByRole("slider", { name: desk.t("ui-map") });
}

/** Where the frame lies on the map, from left to right. */
async function seen(desk: Desk): Promise<number> {
  return Number(await desk.page.locator(".overview-seen").getAttribute("x"));
}

story("a press on the map looks there, and arrow keys go on", async ({ begin }) => {
  const desk = await begin({ files: [large] }, { file: large.name });
  await step(desk, "手順1を行う").waitFor();
  const box = await map(desk).boundingBox();
  const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
  await desk.page.mouse.click(x + width - 2, y + height / 2);
  await step(desk, `手順${count}を行う`).waitFor();
  const end = await seen(desk);
  await map(desk).press("ArrowLeft");
  await soon(async () => (await seen(desk)) < end).toBe(true);
  await desk.page.mouse.move(x + width - 2, y + height / 2);
  await desk.page.mouse.down();
  await desk.page.mouse.move(x + 4, y + height / 2, { steps: 4 });
  await desk.page.mouse.up();
  await step(desk, "手順1を行う").waitFor();
});

story("the map is put away with a key, and stays so", async ({ begin }) => {
  const desk = await begin({ files: [large] }, { file: large.name });
  await map(desk).waitFor();
  await picture(desk).focus();
  await desk.page.keyboard.press("m");
  await soon(() => map(desk).count()).toBe(0);
  await desk.page.reload();
  await step(desk, "手順1を行う").waitFor();
  await button(desk, "ui-map-open").click();
  await map(desk).waitFor();
});

story("a flow that can be seen at once has no map", async ({ begin }) => {
  const desk = await begin();
  await create(desk, "転入届");
  await write(desk, ["届を書く", "届を受ける"]);
  expect(await desk.page.locator(".overview").count()).toBe(0);
});
