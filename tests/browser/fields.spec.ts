/** Every field of the window while an input method is at work in it: none of its keys does anything of its own. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import {
  card,
  create,
  like,
  lookBack,
  openFileDialog,
  openSample,
  press,
  propose,
  rests,
  tab,
  write,
} from "./hands";
import { composing, InputMethod } from "./input-method";
import { type Desk, story } from "./story";

const FIELDS = "input:not([type=radio], [type=checkbox], [type=range], [type=file]), textarea";

/** What the keys of an input method must leave as it is. */
type State = { dialogs: string[]; tabs: string[]; chosen: string[]; undo: string; held: boolean };

/** The window as it is seen, and whether `field` still has the keyboard. */
async function state(desk: Desk, field: Locator): Promise<State> {
  const names = (selector: string) =>
    desk.page.locator(selector).evaluateAll((found) => found.map((it) => it.textContent ?? ""));
  const undo = desk.page.getByRole("button", { name: desk.t("ui-header-undo") });
  const redo = desk.page.getByRole("button", { name: desk.t("ui-header-redo") });
  return {
    dialogs: await names("[role=dialog] h2"),
    tabs: await names("[role=tab][aria-selected=true]"),
    chosen: await names("[role=row][aria-selected=true]"),
    undo: (await undo.or(redo).evaluateAll((found) => found.map((it) => it.ariaLabel))).join(),
    held: await field.evaluate((it) => it === document.activeElement),
  };
}

/** Composes in every field within `scope`; which fields gave a key away. */
async function troubled(desk: Desk, scope: Locator): Promise<string[]> {
  const method = await InputMethod.of(desk);
  const fields = scope.locator(FIELDS).locator("visible=true");
  const names = await fields.evaluateAll((found) =>
    found.map((it) => {
      const { ariaLabel, labels, placeholder } = it as HTMLInputElement;
      return ariaLabel ?? labels?.[0]?.textContent ?? placeholder;
    }),
  );
  const wrong: string[] = [];
  const edits = editsOf(desk);
  let tried = 0;
  for (const [n, name] of names.entries()) {
    const field = fields.nth(n);
    if (!(await field.isEditable())) continue;
    tried += 1;
    await field.focus();
    const was = await state(desk, field);
    const before = await field.inputValue();
    edits.length = 0;
    await composing(method, "じゅうみん");
    await rests(desk);
    if (edits.length > 0) wrong.push(`${name} asked for ${edits.join()}`);
    const now = await state(desk, field);
    if (JSON.stringify(now) !== JSON.stringify(was)) {
      wrong.push(`${name}: ${JSON.stringify(was)} became ${JSON.stringify(now)}`);
    }
    await method.compose("住民票");
    await method.finish("住民票");
    const isNumeric = await field.evaluate((it) => it.matches("[inputmode=numeric]"));
    if (!isNumeric && !(await field.inputValue()).includes("住民票")) {
      wrong.push(`${name} holds “${await field.inputValue()}”`);
    }
    await field.fill(before);
  }
  return tried > 0 ? wrong : ["no field is there"];
}

/** Edits that the window asks for from now on. */
function editsOf(desk: Desk): string[] {
  const edits: string[] = [];
  desk.page.on("request", (request) => {
    const [, type] = /"type":"(\w+)"/.exec(request.postData() ?? "") ?? [];
    if (type && EDITS.test(type)) edits.push(type);
  });
  return edits;
}

const EDITS = /^(send|write_.*|cut|paste.*|duplicate|undo|redo|replace|decide|set_aside|erase)$/;

/** Opens everything that is folded within `scope`. */
async function unfold(scope: Locator): Promise<void> {
  const folded = scope.locator("button[aria-expanded=false]:not([aria-haspopup])");
  for (let n = await folded.count(); n > 0; n = await folded.count()) {
    await folded.first().click();
  }
}

async function begun(desk: Desk): Promise<void> {
  await create(desk, "転入届");
  await write(desk, ["窓口：届を受ける", "審査：届を確かめる"]);
}

const panel = (desk: Desk) => desk.page.getByRole("tabpanel").last();
const dialog = (desk: Desk) => desk.page.getByRole("dialog").last();

story("fields of the start screen", async ({ begin }) => {
  const desk = await begin();
  await press(desk, "ui-start-new");
  await desk.page.getByLabel(desk.t("ui-start-new-name")).waitFor();
  expect(await troubled(desk, desk.page.locator("body"))).toEqual([]);
});

story("fields of a step, with everything unfolded", async ({ begin }) => {
  const desk = await begin();
  await begun(desk);
  await card(desk, "届を受ける").click();
  await tab(desk, "ui-step").click();
  await desk.page.getByRole("textbox", { name: desk.t("ui-step-name") }).waitFor();
  await unfold(panel(desk));
  expect(await troubled(desk, panel(desk))).toEqual([]);
});

story("fields of a branch and its ways, and of what is said of it", async ({ begin }) => {
  const desk = await begin();
  await openSample(desk, "特別定額給付金");
  await desk.page.locator(".step-card", { hasText: "◇" }).first().click();
  await tab(desk, "ui-step").click();
  await desk.page.getByText(desk.t("ui-gateway-ways"), { exact: true }).waitFor();
  expect(await troubled(desk, panel(desk))).toEqual([]);
  await tab(desk, "ui-complaints").click();
  await unfold(panel(desk));
  expect(await troubled(desk, panel(desk))).toEqual([]);
});

story("names that are changed in their place", async ({ begin }) => {
  const desk = await begin();
  await begun(desk);
  await desk.page.locator(".process-name").getByRole("button").click();
  expect(await troubled(desk, desk.page.locator(".process-name"))).toEqual([]);
  await desk.page.keyboard.press("Escape");
  await card(desk, "届を受ける").click();
  await desk.page.keyboard.press("F2");
  expect(await troubled(desk, desk.page.locator(".step-card"))).toEqual([]);
  await desk.page.keyboard.press("Escape");
  await desk.page.getByRole("application").focus();
  await desk.page.keyboard.press("F2");
  expect(await troubled(desk, desk.page.locator(".picture-canvas"))).toEqual([]);
});

story("fields of the table, of the text and of a pasted list", async ({ begin }) => {
  const desk = await begin();
  await begun(desk);
  await desk.page.keyboard.press("Alt+6");
  await desk.page.getByRole("grid", { name: desk.t("ui-table"), exact: true }).waitFor();
  await desk.page.locator(".table-pen").focus();
  await desk.page.keyboard.press("Control+Shift+l");
  await desk.page.getByLabel(desk.t("ui-table-filter")).waitFor();
  expect(await troubled(desk, dialog(desk))).toEqual([]);
  await desk.page.keyboard.press("Escape");
  await desk.page.keyboard.press("Alt+7");
  const text = desk.page.getByRole("textbox", { name: desk.t("ui-text-label") });
  await text.and(desk.page.locator("[data-unchanged]")).waitFor();
  expect(await troubled(desk, desk.page.locator(".text-form"))).toEqual([]);
  await desk.page.keyboard.press("Control+Shift+V");
  await dialog(desk).waitFor();
  expect(await troubled(desk, dialog(desk))).toEqual([]);
});

story("fields in which one looks for something, and what it becomes", async ({ begin }) => {
  const desk = await begin();
  await begun(desk);
  await desk.page.keyboard.press("Control+h");
  await desk.page.getByLabel(desk.t("ui-replace-by")).waitFor();
  expect(await troubled(desk, desk.page.locator(".find"))).toEqual([]);
});

story("fields of the file, and of what is erased from it", async ({ begin }) => {
  const desk = await begin();
  await begun(desk);
  await openFileDialog(desk);
  await press(desk, "ui-file-place-choose");
  expect(await troubled(desk, dialog(desk))).toEqual([]);
  await desk.page.keyboard.press("Escape");
  await press(desk, "ui-file-erase");
  await desk.page.getByRole("textbox", { name: desk.t("ui-erase-text-field") }).waitFor();
  expect(await troubled(desk, dialog(desk))).toEqual([]);
});

story("the name of a moment", async ({ begin }) => {
  const desk = await begin();
  await begun(desk);
  const slider = await lookBack(desk);
  await slider.press("ArrowLeft");
  await press(desk, "ui-history-name");
  expect(await troubled(desk, desk.page.locator(".time-naming"))).toEqual([]);
});

story("reasons why something stays, and figures", async ({ begin }) => {
  const desk = await begin();
  await openSample(desk, "特別定額給付金");
  await tab(desk, "ui-findings").click();
  await desk.page
    .getByRole("button", { name: desk.t("ui-findings-judge") })
    .first()
    .click();
  expect(await troubled(desk, panel(desk))).toEqual([]);
  await propose(desk);
  const taken = { name: like(desk, "ui-cards-accept", "title") };
  await desk.page.getByRole("checkbox", taken).first().click({ force: true });
  await press(desk, "ui-cards-reason-write");
  expect(await troubled(desk, desk.page.locator("main"))).toEqual([]);
});
