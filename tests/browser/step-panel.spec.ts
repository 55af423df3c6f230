/** What a clerk says about a step, in the panel at the right and from the keyboard. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { button, card, create, soon, tabTo, undoAll, write } from "./hands";
import { type Desk, story } from "./story";

async function begun(desk: Desk, ...names: string[]): Promise<void> {
  await create(desk, "犬の登録");
  await write(desk, names);
  await card(desk, names.at(-1)?.replace(/^.*：/, "") ?? "").click();
}

function field(desk: Desk, id: string): Locator {
  return desk.page.getByRole("textbox", { name: desk.t(id), exact: true });
}

/** A chip of one of the rows. */
function chip(desk: Desk, row: string, word: string): Locator {
  const chips = desk.page.getByRole("toolbar", { name: desk.t(row), exact: true });
  return chips.getByRole("button", { name: word, exact: true });
}

/** A list of words that opens, with what is chosen in it. */
function choice(desk: Desk, label: string): Locator {
  return desk.page.getByRole("button", { name: new RegExp(`\\s${label}$`) });
}

async function choose(desk: Desk, label: string, word: string): Promise<void> {
  await choice(desk, label).click();
  await desk.page.getByRole("option", { name: word, exact: true }).click();
  await soon(() => choice(desk, label).textContent()).toContain(word);
}

async function fill(desk: Desk, at: Locator, text: string): Promise<void> {
  await at.fill(text);
  await desk.page.keyboard.press("Enter");
}

function isOn(at: Locator): Promise<string | null> {
  return at.getAttribute("aria-pressed");
}

story("the kind that a name suggests counts once it is taken", async ({ begin }) => {
  const desk = await begin();
  await begun(desk, "申請書を台帳に転記する");
  const kind = choice(desk, desk.t("ui-step-kind"));
  await button(desk, "ui-step-guess", { kind: "転記" }).click();
  await soon(() => kind.textContent()).toContain("転記");
  await button(desk, "ui-step-guess", { kind: "転記" }).waitFor({ state: "detached" });
  // The keyboard stands where one would choose another.
  await soon(() => kind.evaluate((it) => it === document.activeElement)).toBe(true);
  await desk.page.keyboard.press("Control+z");
  await button(desk, "ui-step-guess", { kind: "転記" }).waitFor();
  await fill(desk, field(desk, "ui-step-name"), "申請書を印刷する");
  await button(desk, "ui-step-guess", { kind: "印刷" }).waitFor();
});

story("times are written as people write them, and read back so", async ({ begin }) => {
  const desk = await begin();
  await begun(desk, "申請書を見る");
  const minutes = field(desk, "ui-step-minutes");
  await fill(desk, minutes, "1時間半");
  await soon(() => minutes.inputValue()).toBe("1時間30分");
  await fill(desk, minutes, "５～１０分");
  await soon(() => minutes.inputValue()).toBe("5〜10分");
  await fill(desk, field(desk, "ui-step-wait"), "2日");
  await soon(() => field(desk, "ui-step-wait").inputValue()).toBe("2日");
  await fill(desk, field(desk, "ui-step-wait"), "1週間");
  await soon(() => field(desk, "ui-step-wait").inputValue()).toBe("5日");
  await fill(desk, minutes, "少し");
  await desk.page.getByText("「少し」", { exact: false }).first().waitFor();
  // What was refused is there to be mended, until one gives it up.
  expect(await minutes.inputValue()).toBe("少し");
  await minutes.press("Escape");
  await soon(() => minutes.inputValue()).toBe("5〜10分");
  expect(await undoAll(desk)).toBe(5);
});

story("items are used and written by a press, each one undo step", async ({ begin }) => {
  const desk = await begin();
  const { keyboard } = desk.page;
  await begun(desk, "申請書を見る");
  await field(desk, "ui-step-name").focus();
  await tabTo(desk, chip(desk, "ui-step-reads", "氏名"));
  await keyboard.press("Enter");
  await keyboard.press("ArrowRight");
  await keyboard.press("Enter");
  await soon(() => isOn(chip(desk, "ui-step-reads", "氏名"))).toBe("true");
  await soon(() => isOn(chip(desk, "ui-step-reads", "住所"))).toBe("true");
  await chip(desk, "ui-step-writes", "受付番号").click();
  await chip(desk, "ui-step-reads", "氏名").click();
  await soon(() => isOn(chip(desk, "ui-step-reads", "氏名"))).toBe("false");
  await soon(() => isOn(chip(desk, "ui-step-reads", "住所"))).toBe("true");
  expect(await undoAll(desk)).toBe(5);
});

story("what is seldom said of a step, and of its items, is under headings", async ({ begin }) => {
  const desk = await begin();
  await begun(desk, "窓口：申請書を見る");
  await button(desk, "ui-step-group-judged").click();
  await choose(desk, desk.t("ui-step-judgement"), desk.t("ui-step-judgement-none"));
  await choose(desk, desk.t("ui-step-value"), "付加価値");
  const mistakes = field(desk, "ui-step-error-rate");
  await fill(desk, mistakes, "０．５％");
  await soon(() => mistakes.inputValue()).toBe("0.5");
  await button(desk, "ui-step-group-contact").click();
  const travel = field(desk, "ui-step-travel");
  await fill(desk, travel, "40分");
  await soon(() => travel.inputValue()).toBe("40");
  await chip(desk, "ui-step-reads", "写し").click();
  await button(desk, "ui-step-group-classes").click();
  await choose(desk, "写し", "書類");
  expect(await undoAll(desk)).toBe(7);
});

story("what tells most is said, and a press goes where it is entered", async ({ begin }) => {
  const desk = await begin();
  await begun(desk, "窓口：申請書を台帳に転記する");
  await desk.page.getByRole("button", { name: desk.t("gap-kind") }).click();
  await desk.page.keyboard.press("Escape");
  await button(desk, "ui-step-guess", { kind: "転記" }).click();
  await desk.page.getByRole("button", { name: desk.t("gap-minutes") }).click();
  await soon(() =>
    field(desk, "ui-step-minutes").evaluate((it) => it === document.activeElement),
  ).toBe(true);
  await desk.page.keyboard.insertText("5分");
  await desk.page.keyboard.press("Enter");
  await fill(desk, field(desk, "ui-step-wait"), "1日");
  await desk.page.getByRole("button", { name: desk.t("gap-writes-keying") }).click();
  await soon(() =>
    chip(desk, "ui-step-writes", "氏名").evaluate((it) => it === document.activeElement),
  ).toBe(true);
});

story("what is seldom said of a step is folded away, and said by keyboard", async ({ begin }) => {
  const desk = await begin();
  await begun(desk, "申請書を審査する");
  await desk.page.getByRole("button", { name: desk.t("ui-step-group-judged") }).click();
  await choose(desk, desk.t("ui-step-routine"), "非定型");
  await desk.page.getByText(desk.t("ui-step-pressure")).click();
  await desk.page.getByRole("button", { name: desk.t("ui-step-group-often") }).click();
  await choose(desk, desk.t("ui-step-method"), "実測");
  await choose(desk, desk.t("ui-step-remote"), desk.t("ui-step-remote-not"));
  await choose(desk, desk.t("ui-step-kind"), "確認");
  await fill(desk, field(desk, "ui-step-check-catch-rate"), "２％");
  await fill(desk, field(desk, "ui-step-check-independent-of"), "入力した人");
  await soon(() => field(desk, "ui-step-check-catch-rate").inputValue()).toBe("2");
  expect(await undoAll(desk)).toBe(8);
});
