/** Voices of staff and residents: written on steps by keys alone, counted where they belong, ordered, moved, and shown as heat. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { barriers } from "./accessible";
import { boxOf, button, card, create, press, soon, tab, word, write } from "./hands";
import { type Desk, story } from "./story";

async function drawn(desk: Desk): Promise<void> {
  await create(desk, "転入届");
  await write(desk, ["届を書く", "届を受ける", "台帳に写す"]);
}

/** The field in which the next voice is written. */
function field(desk: Desk): Locator {
  return desk.page.getByPlaceholder(desk.t("ui-voices-text-example"));
}

/** A voice in the list. */
function voice(desk: Desk, text: string): Locator {
  return desk.page.locator(".voice").filter({ hasText: text });
}

/** Presses `key` on what is chosen, types, and writes it down. */
async function say(desk: Desk, key: string, text: string): Promise<void> {
  await desk.page.keyboard.press(key);
  await soon(() => field(desk).evaluate((it) => it === document.activeElement)).toBe(true);
  await desk.page.keyboard.insertText(text);
  await desk.page.keyboard.press("Enter");
  await voice(desk, text).first().waitFor();
}

function undoes(desk: Desk, title: string): Promise<void> {
  return desk.page
    .getByRole("button", { name: new RegExp(desk.t(title)) })
    .first()
    .waitFor();
}

story(
  "one key on a chosen step opens the field for a voice of staff or residents",
  async ({ begin }) => {
    const desk = await begin();
    await drawn(desk);
    await card(desk, "届を書く").click();
    await say(desk, "r", "同じ住所を三度書かされる");
    await desk.page.keyboard.press("Escape");
    await desk.page.keyboard.press("ArrowDown");
    await desk.page.keyboard.press("ArrowDown");
    await say(desk, "s", "写し間違いが毎月ある");
    await boxOf(desk, "届を受ける").click();
    await say(desk, "s", "確認の電話が多い");
    await card(desk, "届を書く")
      .getByTitle(desk.t("ui-cards-voices-resident", { n: 1 }))
      .waitFor();
    await card(desk, "台帳に写す")
      .getByTitle(desk.t("ui-cards-voices-staff", { n: 1 }))
      .waitFor();
    await card(desk, "届を受ける")
      .getByTitle(desk.t("ui-cards-voices-staff", { n: 1 }))
      .waitFor();
    await soon(() => tab(desk, "ui-complaints").textContent()).toContain("3");
  },
);

story("a voice that was begun waits while one looks at something else", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await card(desk, "届を書く").click();
  await desk.page.keyboard.press("r");
  await field(desk).fill("書きかけの");
  await tab(desk, "ui-step").click();
  await field(desk).waitFor({ state: "detached" });
  await tab(desk, "ui-complaints").click();
  expect(await field(desk).inputValue()).toBe("書きかけの");
  await field(desk).press("Enter");
  await voice(desk, "書きかけの").waitFor();
  expect(await field(desk).inputValue()).toBe("");
});

story("a voice that is rewritten waits while one looks at something else", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await card(desk, "届を受ける").click();
  await say(desk, "s", "電話が多い");
  await voice(desk, "電話が多い").getByRole("button", { name: "電話が多い" }).focus();
  await desk.page.keyboard.press("F2");
  const text = desk.page.getByRole("textbox", { name: desk.t("ui-voices-text"), exact: true });
  await text.fill("電話が毎日十件ある");
  await tab(desk, "ui-step").click();
  await text.waitFor({ state: "detached" });
  await card(desk, "届を書く").click();
  await tab(desk, "ui-complaints").click();
  expect(await text.inputValue()).toBe("電話が毎日十件ある");
  await text.press("Enter");
  await text.waitFor({ state: "detached" });
  await voice(desk, "電話が毎日十件ある").getByRole("button", { name: "電話が毎日" }).waitFor();
});

story("whose voice and which kind are changed without leaving the field", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await card(desk, "届を書く").click();
  await desk.page.keyboard.press("s");
  await field(desk).waitFor();
  await desk.page.keyboard.press("Alt+ArrowDown");
  await desk.page.keyboard.press("Alt+ArrowRight");
  await desk.page.keyboard.insertText("印字しておいてほしい");
  await desk.page.keyboard.press("Tab");
  await desk.page.keyboard.insertText("１２");
  await desk.page.keyboard.press("Enter");
  const said = voice(desk, "印字しておいてほしい");
  await said.getByText(/住民・要求 ・ 12人/).waitFor();
  expect(await barriers(desk.page)).toEqual([]);
});

story("what people often say is offered, and linked to what it hints at", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await card(desk, "届を書く").click();
  await desk.page.keyboard.press("r");
  const often = desk.page.getByRole("listbox", { name: desk.t("ui-voices-often-list") });
  await often.waitFor();
  expect(await barriers(desk.page)).toEqual([]);
  await desk.page.keyboard.insertText("何度も書");
  await soon(() => often.getByRole("option").count()).toBe(1);
  await desk.page.keyboard.press("ArrowDown");
  await soon(() =>
    often
      .getByRole("option")
      .first()
      .evaluate((it) => it === document.activeElement),
  ).toBe(true);
  await desk.page.keyboard.press("Enter");
  await soon(() => field(desk).inputValue()).toBe(desk.t("template-written-again"));
  const linked = desk.t("ui-voices-template-hints", { hints: desk.t("finding-asked-again-name") });
  await desk.page.getByText(linked).waitFor();
  await desk.page.keyboard.press("Enter");
  await voice(desk, desk.t("template-written-again")).waitFor();
});

story(
  "a voice is put on more steps, taken off, changed and removed, each one step to undo",
  async ({ begin }) => {
    const desk = await begin();
    await drawn(desk);
    await card(desk, "届を受ける").click();
    await say(desk, "s", "電話が多い");
    await card(desk, "台帳に写す").click();
    const first = voice(desk, "電話が多い").first();
    await first.hover();
    await first.getByRole("button", { name: desk.t("ui-voices-put-on-chosen") }).click();
    await card(desk, "台帳に写す")
      .getByTitle(desk.t("ui-cards-voices-staff", { n: 1 }))
      .waitFor();
    await undoes(desk, "ui-voices-put-on");
    await first.hover();
    const off = desk.t("ui-voices-take-off", { name: "届を受ける" });
    await first.getByRole("button", { name: off }).click();
    await undoes(desk, "ui-voices-taken-off");
    await soon(() => voice(desk, "電話が多い").count()).toBe(1);
    await voice(desk, "電話が多い").getByRole("button", { name: "電話が多い" }).focus();
    await desk.page.keyboard.press("F2");
    const text = desk.page.getByRole("textbox", { name: desk.t("ui-voices-text"), exact: true });
    await text.fill("電話が毎日十件ある");
    await desk.page.keyboard.press("Enter");
    await undoes(desk, "ui-voices-changed");
    await voice(desk, "電話が毎日十件ある").getByRole("button", { name: "電話が毎日" }).focus();
    await desk.page.keyboard.press("Delete");
    await desk.page.getByText(desk.t("ui-voices-empty-title")).waitFor();
    await undoes(desk, "ui-voices-removed");
    await desk.page.keyboard.press("Control+z");
    await voice(desk, "電話が毎日十件ある").waitFor();
  },
);

story("voices stand by step, by voice or by count, and choose their steps", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await card(desk, "届を書く").click();
  await say(desk, "r", "同じ住所を三度書かされる");
  await desk.page.keyboard.press("Escape");
  await card(desk, "台帳に写す").click();
  await say(desk, "s", "写し間違いが毎月ある");
  const texts = () => desk.page.locator(".voice-text").allTextContents();
  await word(desk, "ui-voices-order-voice").click();
  await soon(texts).toEqual(["写し間違いが毎月ある", "同じ住所を三度書かされる"]);
  await word(desk, "ui-voices-order-step").click();
  await soon(texts).toEqual(["同じ住所を三度書かされる", "写し間違いが毎月ある"]);
  await desk.page.getByRole("button", { name: "同じ住所を三度書かされる" }).click();
  await soon(() => card(desk, "届を書く").getAttribute("aria-selected")).toBe("true");
  await card(desk, "台帳に写す").click();
  await soon(() => voice(desk, "写し間違い").getAttribute("data-about")).toBe("true");
  await desk.page.getByRole("searchbox", { name: desk.t("ui-voices-find") }).fill("届を書く");
  await soon(texts).toEqual(["同じ住所を三度書かされる"]);
});

story(
  "the picture shows in colour and figures how many speak about each step",
  async ({ begin }) => {
    const desk = await begin();
    await drawn(desk);
    await card(desk, "届を書く").click();
    await say(desk, "r", "同じ住所を三度書かされる");
    const switched = button(desk, "ui-heat");
    await desk.page.keyboard.press("Control+Shift+K");
    await desk.page.getByText(desk.t("legend-heat-one")).waitFor();
    await soon(() => switched.getAttribute("aria-pressed")).toBe("true");
    await desk.page.locator(".canvas-paper").getByText("1人", { exact: true }).waitFor();
    const ground = () => boxOf(desk, "届を書く").locator("rect").first().getAttribute("fill");
    expect(await ground()).toBe("#ffe0c7");
    expect(await barriers(desk.page)).toEqual([]);
    // It is remembered by the desk, whatever happens to the window.
    await desk.page.reload();
    await soon(() => switched.getAttribute("aria-pressed")).toBe("true");
    await press(desk, "ui-heat");
    await soon(ground).toBe("#ffffff");
  },
);

story("a voice on nothing chosen is about the whole process", async ({ begin }) => {
  const desk = await begin();
  await drawn(desk);
  await desk.page.reload();
  await tab(desk, "ui-complaints").click();
  await desk.page.getByText(desk.t("ui-voices-add-whole")).waitFor();
  await field(desk).click();
  await say(desk, "Control+k", "結果がいつ届くか分からない");
  await voice(desk, "結果がいつ")
    .getByText(desk.t("ui-voices-row-whole"), { exact: true })
    .waitFor();
});
