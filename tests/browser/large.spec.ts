/** A flow larger than any screen: what is in sight is there, and everything else is reached. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { card, picture, soon, step, writing } from "./hands";
import { type Desk, type Setting, story } from "./story";

const count = 240;
const lanes = ["窓口", "審査", "会計"];
const large = {
  name: "長い業務.flow",
  text: [
    "# 長い業務",
    ...lanes.map((lane) => `@担当 ${lane} [職員]`),
    ...Array.from(
      { length: count },
      (_, n) => `${lanes[n % 3]}: 手順${n + 1}を行う 5分 [#K${n + 1}]`,
    ),
    "",
  ].join("\n"),
};

async function opened(
  begin: (setting: Partial<Setting>, wishes: { file: string }) => Promise<Desk>,
): Promise<Desk> {
  const desk = await begin({ files: [large] }, { file: large.name });
  await writing(desk).waitFor();
  await step(desk, "手順1を行う").waitFor();
  return desk;
}

/** The steps that are painted. */
function painted(desk: Desk): Locator {
  return desk.page.locator('.canvas-paper [data-id^="step/"]');
}

/** Whether it lies within the picture's place on the screen. */
async function isSeen(desk: Desk, name: string): Promise<boolean> {
  const [place, box] = await Promise.all([
    picture(desk).boundingBox(),
    step(desk, name)
      .boundingBox({ timeout: 500 })
      .catch(() => null),
  ]);
  if (!place || !box) {
    return false;
  }
  return box.x >= place.x && box.x + box.width <= place.x + place.width;
}

story("only what is in sight is painted, and the wheel brings the rest", async ({ begin }) => {
  const desk = await opened(begin);
  expect(await painted(desk).count()).toBeLessThan(count / 4);
  await picture(desk).hover();
  await desk.page.mouse.wheel(12_000, 0);
  await soon(() => step(desk, "手順1を行う").count()).toBe(0);
  await soon(() => painted(desk).count()).toBeGreaterThan(3);
  expect(await painted(desk).count()).toBeLessThan(count / 4);
  await desk.page.mouse.wheel(-12_000, 0);
  await soon(() => isSeen(desk, "手順1を行う")).toBe(true);
});

story("the keyboard walks beyond the edge, and the picture goes along", async ({ begin }) => {
  const desk = await opened(begin);
  const { keyboard } = desk.page;
  await picture(desk).focus();
  await keyboard.press("Home");
  for (let n = 0; n < 20; n += 1) {
    await keyboard.press("ArrowRight");
  }
  await soon(() => isSeen(desk, "手順21を行う")).toBe(true);
  await soon(() => card(desk, "手順21を行う").getAttribute("aria-selected")).toBe("true");
  await keyboard.press("End");
  await soon(() => isSeen(desk, `手順${count}を行う`)).toBe(true);
  await soon(() => card(desk, `手順${count}を行う`).getAttribute("aria-selected")).toBe("true");
});

story(
  "of a long list the cards in sight are there, and End reaches the last",
  async ({ begin }) => {
    const desk = await opened(begin);
    const list = desk.page.getByRole("grid", { name: desk.t("ui-cards"), exact: true });
    expect(await list.getByRole("row").count()).toBeLessThan(60);
    await card(desk, "手順2を行う").first().click();
    await soon(() => isSeen(desk, "手順2を行う")).toBe(true);
    await desk.page.keyboard.press("End");
    await soon(() => card(desk, `手順${count}を行う`).getAttribute("aria-selected")).toBe("true");
    await soon(() => isSeen(desk, `手順${count}を行う`)).toBe(true);
  },
);

story("from afar boxes and lanes are left, and what is chosen is named", async ({ begin }) => {
  const desk = await opened(begin);
  const { keyboard } = desk.page;
  await picture(desk).focus();
  await keyboard.press("Home");
  await keyboard.press("Control+0");
  await soon(() => desk.page.locator('.canvas-paper[data-detail="shapes"]').count()).toBe(1);
  const first = painted(desk).first();
  await soon(() => first.locator("text").count()).toBe(0);
  const [left, right] = await margins(desk);
  expect(right).toBeCloseTo(left, 0);
  // Who points at it is still told what it is.
  expect(await first.locator("title").textContent()).toContain("手順1を行う");
  await desk.page.locator(".canvas-named", { hasText: "手順1を行う" }).waitFor();
  expect(await picture(desk).getByText("窓口", { exact: true }).count()).toBeGreaterThan(0);
  await keyboard.press("Control+1");
  await soon(() => first.locator("text").count()).toBeGreaterThan(0);
  await soon(() => desk.page.locator(".canvas-named").count()).toBe(0);
});

/** What is left of the ground at the left and at the right of the bands, in pixels of the screen. */
async function margins(desk: Desk): Promise<[number, number]> {
  return desk.page.evaluate(() => {
    const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
    const [ground, lane] = [box(".canvas-ground"), box('.canvas-paper [data-id^="lane/"] rect')];
    if (!ground || !lane) throw new Error("nothing is painted");
    return [lane.left - ground.left, ground.right - lane.right];
  });
}

/** Notes how long whatever moves by itself is to take. */
async function noteMotion(desk: Desk): Promise<() => Promise<number[]>> {
  await desk.page.evaluate(() => {
    const noted: number[] = [];
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (frames, how) {
      noted.push(typeof how === "number" ? how : Number(how?.duration));
      return animate.call(this, frames, how);
    };
    Object.assign(window, { noted });
  });
  return () => desk.page.evaluate(() => (window as unknown as { noted: number[] }).noted);
}

async function writeAfterFirst(desk: Desk, name: string): Promise<void> {
  const { keyboard } = desk.page;
  await picture(desk).focus();
  await keyboard.press("Home");
  await keyboard.press("n");
  await desk.page.getByRole("textbox", { name: desk.t("ui-canvas-new-step") }).waitFor();
  await keyboard.insertText(name);
  await keyboard.press("Enter");
  await soon(() => isSeen(desk, name)).toBe(true);
}

story("what an edit pushes aside glides for no longer than 200 ms", async ({ begin }) => {
  const desk = await opened(begin);
  await desk.page.emulateMedia({ reducedMotion: "no-preference" });
  const motion = await noteMotion(desk);
  await writeAfterFirst(desk, "受付印を押す");
  const noted = await motion();
  expect(noted.length).toBeGreaterThan(2);
  expect(Math.max(...noted)).toBeLessThanOrEqual(200);
});

story("nothing glides for those who asked for less motion", async ({ begin }) => {
  const desk = await opened(begin);
  const motion = await noteMotion(desk);
  await writeAfterFirst(desk, "受付印を押す");
  expect(await motion()).toEqual([]);
});
