/** A flow alive: the clock goes and stands as one asks, queues and figures with it, for every hand and every eye. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { changes, create, openSample, press, propose, soon, toReplay, word } from "./hands";
import { type Desk, story } from "./story";

/** With people at its desks, so that something waits for them. */
const SAMPLE = "住民票の写し郵送請求";
/** For which a better flow is found. */
const BENEFIT = "特別定額給付金";

async function replayed(desk: Desk): Promise<void> {
  await openSample(desk, SAMPLE);
  await toReplay(desk);
  await clock(desk).waitFor();
}

function clock(desk: Desk): Locator {
  return desk.page.locator(".replay-clock");
}

async function shows(desk: Desk): Promise<string> {
  return (await clock(desk).textContent()) ?? "";
}

function moment(desk: Desk): Locator {
  return desk.page.getByRole("slider", { name: desk.t("ui-replay-moment") });
}

function speed(desk: Desk): Locator {
  return desk.page.getByRole("slider", { name: desk.t("ui-replay-speed") });
}

/** Goes on until something waits somewhere. */
async function untilQueues(desk: Desk): Promise<void> {
  const counts = desk.page.locator(".replay-count");
  for (let pressed = 0; pressed < 20; pressed += 1) {
    await moment(desk).press("PageUp");
    if ((await counts.allTextContents()).some((text) => text !== "")) return;
  }
  throw new Error("nothing ever waits");
}

story(
  "playing moves the clock, and the pause holds it and says what is where",
  async ({ begin }) => {
    const desk = await begin();
    await desk.page.emulateMedia({ reducedMotion: "no-preference" });
    await replayed(desk);
    const first = await shows(desk);
    expect(first).toBe("4月1日(水) 8時30分");
    await speed(desk).press("End");
    await press(desk, "ui-replay-play");
    await desk.page.locator(".replay-token:not([display])").first().waitFor();
    await changes(() => shows(desk), first);
    await press(desk, "ui-replay-pause");
    const held = await shows(desk);
    const said = desk.page.locator(".replay [role=status]");
    await soon(() => said.textContent()).toContain(held);
    expect(await said.textContent()).toContain(desk.t("ui-header-as-is"));
    await press(desk, "ui-replay-restart");
    await soon(() => shows(desk)).toBe(first);
  },
);

story("the space bar plays and pauses, wherever the keyboard is", async ({ begin }) => {
  const desk = await begin();
  await desk.page.emulateMedia({ reducedMotion: "no-preference" });
  await replayed(desk);
  const pause = desk.page.getByRole("button", { name: desk.t("ui-replay-pause") });
  const play = desk.page.getByRole("button", { name: desk.t("ui-replay-play") });
  // Whoever comes here has the keyboard on the button.
  await soon(() => play.evaluate((it) => it === document.activeElement)).toBe(true);
  await desk.page.keyboard.press("Space");
  await pause.waitFor();
  await speed(desk).focus();
  await desk.page.keyboard.press("Space");
  await play.waitFor();
  await moment(desk).focus();
  await desk.page.keyboard.press("Space");
  await pause.waitFor();
});

story("the sliders go by the keyboard and say what they show", async ({ begin }) => {
  const desk = await begin();
  await replayed(desk);
  await moment(desk).press("ArrowRight");
  await soon(() => shows(desk)).toBe("4月1日(水) 8時45分");
  expect(await moment(desk).getAttribute("aria-valuetext")).toBe("4月1日(水) 8時45分");
  await moment(desk).press("Home");
  await soon(() => shows(desk)).toBe("4月1日(水) 8時30分");
  await speed(desk).press("Home");
  expect(await speed(desk).getAttribute("aria-valuetext")).toBe(desk.t("ui-replay-speed-quarter"));
  await moment(desk).press("End");
  const figures = desk.page.locator(".replay-figures dd b");
  await soon(async () => {
    const [came, inHand, ended] = await figures.allTextContents();
    return came === ended && inHand === "0";
  }).toBe(true);
});

story("where nothing may move, queues are bars and the clock goes in steps", async ({ begin }) => {
  const desk = await begin();
  await replayed(desk);
  await untilQueues(desk);
  await desk.page.locator(".replay-bar:not([display])").first().waitFor();
  expect(await desk.page.locator(".replay-token").count()).toBe(0);
  const dots = desk.page.locator(".replay-dots");
  expect((await dots.evaluateAll((all) => all.map((it) => it.getAttribute("d")))).join("")).toBe(
    "",
  );
  const before = await shows(desk);
  await press(desk, "ui-replay-play");
  await changes(() => shows(desk), before);
  await desk.page.emulateMedia({ reducedMotion: "no-preference" });
  await desk.page.locator(".replay-token:not([display])").first().waitFor();
});

story("large enough for the back of the room, and back with one key", async ({ begin }) => {
  const desk = await begin();
  await replayed(desk);
  const sizes = () =>
    clock(desk).evaluate((it) => Number.parseFloat(getComputedStyle(it).fontSize));
  const small = await sizes();
  await press(desk, "ui-replay-present");
  await soon(sizes).toBeGreaterThan(1.5 * small);
  await desk.page.keyboard.press("Escape");
  await soon(sizes).toBe(small);
});

story("today's flow above the better one, under one clock", async ({ begin }) => {
  const desk = await begin();
  await openSample(desk, BENEFIT);
  await propose(desk);
  await toReplay(desk);
  await soon(() => desk.page.locator(".replay-panes > section").count()).toBe(2);
  await soon(() => desk.page.locator(".replay-head h2").allTextContents()).toEqual([
    desk.t("ui-header-as-is"),
    desk.t("ui-header-to-be", { letter: "A" }),
  ]);
  await moment(desk).press("PageUp");
  const came = desk.page.locator(".replay-figures > div:first-child b");
  await soon(async () => {
    const [above, below] = await came.allTextContents();
    return above !== "0" && above === below;
  }).toBe(true);
  expect(await clock(desk).count()).toBe(1);
});

story("what cannot be played says why", async ({ begin }) => {
  const desk = await begin();
  await create(desk, "転入届");
  await toReplay(desk);
  await desk.page.getByText(desk.t("problem-nothing-drawn")).waitFor();
});

story("what is tried is what is seen, and one comes back to try on", async ({ begin }) => {
  const desk = await begin();
  await openSample(desk, SAMPLE);
  await word(desk, "ui-trial").click();
  const label = desk.t("ui-trial-volume");
  const name = desk.t("ui-trial-exact", { label });
  const field = desk.page.getByRole("textbox", { name, exact: true });
  await field.fill("200");
  await field.press("Enter");
  await press(desk, "ui-replay-option");
  const made = desk.page.locator(".replay-about");
  await soon(() => made.textContent()).toContain(desk.t("ui-trial-volume-is", { n: 200 }));
  await press(desk, "ui-replay-conditions");
  await soon(() => field.inputValue()).toBe("200");
});
