/** A proposal: composed, looked at beside today's flow, taken and left change by change. */
import { expect } from "vitest";
import {
  accepted,
  answer,
  button,
  changes,
  like,
  openSample,
  press,
  propose,
  soon,
  tab,
  undoAll,
  word,
} from "./hands";
import { type Desk, story } from "./story";

async function proposed(desk: Desk): Promise<void> {
  await openSample(desk, "特別定額給付金");
  await propose(desk);
}

/** How many changes are taken, of how many. */
async function taken(desk: Desk): Promise<[number, number]> {
  const [some, all] = ((await accepted(desk).textContent()) ?? "").match(/\d+/g) ?? [];
  return [Number(some), Number(all)];
}

story(
  "a proposal stands beside today's flow with what changes, and can be undone",
  async ({ begin }) => {
    const desk = await begin();
    await proposed(desk);
    await desk.page.getByRole("group", { name: desk.t("ui-compare-above") }).waitFor();
    await desk.page.getByRole("group", { name: desk.t("ui-compare-below") }).waitFor();
    const [some, all] = await taken(desk);
    expect(some).toBeGreaterThan(3);
    expect(all).toBeGreaterThanOrEqual(some);
    await desk.page
      .getByRole("checkbox", { name: like(desk, "ui-cards-accept", "title") })
      .nth(3)
      .waitFor();
    expect(await undoAll(desk)).toBe(1);
    await word(desk, "ui-header-propose").waitFor();
  },
);

story("a change that is left out leaves the figures, and comes back", async ({ begin }) => {
  const desk = await begin();
  await proposed(desk);
  const [some, all] = await taken(desk);
  const head = desk.page.getByRole("region", { name: desk.t("ui-cards-head") });
  const figures = await head.textContent();
  const first = desk.page
    .getByRole("checkbox", { name: like(desk, "ui-cards-accept", "title") })
    .first();
  await answer(desk, "decide", () => first.click({ force: true }));
  await soon(() => taken(desk).then(([now]) => now)).toBeLessThan(some);
  await changes(() => head.textContent(), figures);
  await press(desk, "ui-cards-reason-write");
  await desk.page.getByRole("textbox", { name: desk.t("ui-cards-reason") }).fill("来年度に行う");
  await desk.page.keyboard.press("Enter");
  await desk.page.getByText(desk.t("ui-cards-reason-said", { reason: "来年度に行う" })).waitFor();

  await desk.page.reload();
  await word(desk, "ui-header-compare").click();
  await desk.page.getByText(desk.t("ui-cards-reason-said", { reason: "来年度に行う" })).waitFor();
  await answer(desk, "decide", () => first.click({ force: true }));
  await soon(() => taken(desk)).toEqual([some, all]);
  await soon(() => head.textContent()).toBe(figures);
});

story("what the law keeps is told with its reason", async ({ begin }) => {
  const desk = await begin();
  await proposed(desk);
  await tab(desk, "ui-kept-tab").click();
  await desk.page.getByRole("heading", { name: like(desk, "ui-kept-steps-count", "n") }).waitFor();
  await desk.page.getByText(desk.t("ui-kept-holds")).first().waitFor();
  expect(await desk.page.getByText(desk.t("ui-kept-broken")).count()).toBe(0);
});

story("a proposal is looked at alone, and its figures beside today's", async ({ begin }) => {
  const desk = await begin();
  await proposed(desk);
  await word(desk, "ui-header-to-be", { letter: "A" }).click();
  await tab(desk, "ui-numbers").click();
  await desk.page
    .getByRole("columnheader", { name: desk.t("ui-numbers-as-is") })
    .first()
    .waitFor();
  await button(desk, "ui-header-export").waitFor();
});
