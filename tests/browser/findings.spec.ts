/** Findings: where the waste is, and what is needed after all. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { button, cards, like, openSample, press, soon, tab } from "./hands";
import { type Desk, story } from "./story";

async function opened(desk: Desk): Promise<void> {
  await openSample(desk, "特別定額給付金");
  await shown(desk);
}

/** Opens the tab, with more findings than a group talks about in one go. */
async function shown(desk: Desk): Promise<void> {
  await tab(desk, "ui-findings").click();
  await desk.page
    .getByRole("button", { name: like(desk, "ui-findings-more-of-them", "n") })
    .click();
}

async function judge(desk: Desk, finding: Locator): Promise<void> {
  await finding.getByRole("button", { name: desk.t("ui-findings-judge"), exact: true }).click();
}

function findings(desk: Desk): Locator {
  const list = desk.page.getByRole("list", { name: desk.t("ui-findings"), exact: true });
  return list.getByRole("listitem").filter({ has: desk.page.getByRole("heading") });
}

function chosen(desk: Desk): Locator {
  return cards(desk).and(desk.page.getByRole("row", { selected: true }));
}

story("choosing a finding lights its steps in the cards", async ({ begin }) => {
  const desk = await begin();
  await opened(desk);
  expect(await findings(desk).count()).toBeGreaterThan(5);
  const title = findings(desk).first().getByRole("heading").getByRole("button");
  await title.click();
  await soon(() => chosen(desk).count()).toBeGreaterThan(0);
  await soon(() => title.getAttribute("aria-pressed")).toBe("true");
});

story("a finding says its numbers, why it is waste and what to do", async ({ begin }) => {
  const desk = await begin();
  await opened(desk);
  const first = findings(desk).first();
  expect(await first.textContent()).toMatch(/\d/);
  await first.getByRole("button", { name: desk.t("ui-findings-more") }).click();
  await first.getByText(desk.t("ui-findings-why")).waitFor();
  await first.getByText(desk.t("ui-findings-do")).waitFor();
});

story("severity narrows the list", async ({ begin }) => {
  const desk = await begin();
  await opened(desk);
  const all = await findings(desk).count();
  await desk.page.getByRole("radio", { name: like(desk, "ui-level-medium") }).click();
  await soon(() => findings(desk).count()).toBeLessThan(all);
});

story(
  "a finding that is needed is set aside with its reason, stays so, and can be taken back",
  async ({ begin }) => {
    const desk = await begin();
    await opened(desk);
    const all = await findings(desk).count();
    const first = findings(desk).first();
    const title = (await first.getByRole("heading").textContent()) ?? "";
    await judge(desk, first);
    const reason = desk.page.getByRole("textbox", { name: desk.t("ui-findings-reason-excluded") });
    await reason.fill("監査で求められているため");
    await press(desk, "ui-findings-reason-save");
    await soon(() => findings(desk).count()).toBe(all - 1);

    await desk.page.reload();
    await shown(desk);
    await soon(() => findings(desk).count()).toBe(all - 1);
    await press(desk, "ui-findings-set-aside", { n: 1 });
    await desk.page.getByText("監査で求められているため").waitFor();

    await press(desk, "ui-findings-back");
    await soon(() => findings(desk).count()).toBe(all);
    expect(await findings(desk).first().getByRole("heading").textContent()).toBe(title);
    await desk.page.keyboard.press("Control+z");
    await button(desk, "ui-findings-set-aside", { n: 1 }).waitFor();
  },
);

story("as many findings as a group can talk about are shown, by theme", async ({ begin }) => {
  const desk = await begin();
  await openSample(desk, "特別定額給付金");
  await tab(desk, "ui-findings").click();
  await soon(() => findings(desk).count()).toBe(7);
  await desk.page.getByRole("button", { name: like(desk, "ui-theme-all") }).click();
  await desk.page.getByRole("option", { name: like(desk, "ui-theme-approval") }).click();
  await findings(desk)
    .filter({ hasText: desk.t("finding-baseless-seal-name") })
    .first()
    .waitFor();
  expect(
    await findings(desk)
      .filter({ hasText: desk.t("finding-double-entry-name") })
      .count(),
  ).toBe(0);
});

story("what has to be looked up waits with its question", async ({ begin }) => {
  const desk = await begin();
  await opened(desk);
  const first = findings(desk).first();
  await judge(desk, first);
  await desk.page.getByRole("radio", { name: desk.t("ui-findings-say-question") }).click();
  const save = button(desk, "ui-findings-reason-save");
  expect(await save.isDisabled()).toBe(true);
  await desk.page
    .getByRole("textbox", { name: desk.t("ui-findings-reason-question") })
    .fill("規則の条文");
  await save.click();
  await press(desk, "ui-findings-questions", { n: 1 });
  await desk.page.getByText("規則の条文").waitFor();
});

story(
  "the rule behind a finding is shown with pictures, and how its weight came about",
  async ({ begin }) => {
    const desk = await begin();
    await opened(desk);
    const first = findings(desk).first();
    await first.getByRole("button", { name: desk.t("ui-findings-weighing") }).click();
    await first.getByText(desk.t("ui-findings-weighing-priority")).waitFor();
    await first.getByRole("button", { name: desk.t("ui-findings-rule") }).click();
    const rule = desk.page.getByRole("dialog");
    await rule.getByRole("img").first().waitFor();
    expect(await rule.getByRole("img").count()).toBeGreaterThan(1);
    await desk.page.keyboard.press("Escape");
    await soon(() => rule.count()).toBe(0);
  },
);
